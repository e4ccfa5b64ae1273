import 'react'

declare module 'react' {
  /** Custom properties are styles too: a mask's shape, the text scale. */
  interface CSSProperties {
    [name: `--${string}`]: string | number
  }
}
