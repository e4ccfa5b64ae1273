/** What a phone's screen reader can be told on weapp; Taro's own templates carry none of it. Props are camel-case (`ariaLabel`). */
const aria = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-disabled': '',
  'aria-expanded': '',
  'aria-selected': '',
  'aria-modal': '',
  'aria-live': '',
}

/** By component: the templates (at build) and the runtime (in the app) must be given the same table, as both number the props by it. */
export const ariaAttributes = { View: aria, Text: aria, Button: aria, Image: aria, Input: aria, Textarea: aria }
