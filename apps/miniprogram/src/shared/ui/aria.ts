/** What assistive technology is told. One vocabulary for both targets; `ariaAttributes` spells it for the one being built. */
export interface Aria {
  readonly role?: string | undefined
  readonly label?: string | undefined
  readonly labelledBy?: string | undefined
  readonly describedBy?: string | undefined
  readonly checked?: boolean | undefined
  readonly selected?: boolean | undefined
  readonly expanded?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly busy?: boolean | undefined
  readonly invalid?: boolean | undefined
  readonly required?: boolean | undefined
  readonly modal?: boolean | undefined
  readonly hidden?: boolean | undefined
  readonly current?: 'page' | 'step' | undefined
  readonly live?: 'polite' | 'assertive' | undefined
  readonly level?: number | undefined
  readonly valueNow?: number | undefined
  readonly valueMax?: number | undefined
  readonly valueText?: string | undefined
}

type Spelling = readonly (readonly [keyof Aria, string])[]

const h5Names: Spelling = [
  ['role', 'role'],
  ['label', 'aria-label'],
  ['labelledBy', 'aria-labelledby'],
  ['describedBy', 'aria-describedby'],
  ['checked', 'aria-checked'],
  ['selected', 'aria-selected'],
  ['expanded', 'aria-expanded'],
  ['disabled', 'aria-disabled'],
  ['busy', 'aria-busy'],
  ['invalid', 'aria-invalid'],
  ['required', 'aria-required'],
  ['modal', 'aria-modal'],
  ['hidden', 'aria-hidden'],
  ['current', 'aria-current'],
  ['live', 'aria-live'],
  ['level', 'aria-level'],
  ['valueNow', 'aria-valuenow'],
  ['valueMax', 'aria-valuemax'],
  ['valueText', 'aria-valuetext'],
]

/** weapp knows fewer (developers.weixin.qq.com, aria-component); the rest is left out there. */
const weappNames: Spelling = [
  ['role', 'ariaRole'],
  ['label', 'ariaLabel'],
  ['hidden', 'ariaHidden'],
  ['checked', 'ariaChecked'],
  ['disabled', 'ariaDisabled'],
  ['expanded', 'ariaExpanded'],
  ['selected', 'ariaSelected'],
  ['modal', 'ariaModal'],
  ['live', 'ariaLive'],
]

/** Attributes of an element of the target: `aria-*` on H5, camel-case props that the templates carry on weapp. */
export function ariaAttributes(aria: Aria): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [key, name] of process.env.TARO_ENV === 'h5' ? h5Names : weappNames) {
    const value = aria[key]
    if (value !== undefined) attributes[name] = String(value)
  }
  return attributes
}
