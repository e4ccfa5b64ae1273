import { Text, View } from '@tarojs/components'
import { type CSSProperties, createElement, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { type Aria, ariaAttributes } from './aria.ts'

type Tag = 'div' | 'section' | 'header' | 'footer' | 'main' | 'nav' | 'ul' | 'ol' | 'li' | 'h1' | 'h2' | 'h3' | 'p'

const weappRoles: Partial<Record<Tag, string>> = { h1: 'heading', h2: 'heading', h3: 'heading', nav: 'navigation' }

export interface BoxProps extends Aria {
  /** What it is, as an HTML element; weapp gets a View with the role that says the same. */
  readonly as?: Tag
  readonly className?: string
  readonly style?: CSSProperties
  readonly id?: string
  readonly children?: ReactNode
  /** H5 only: the element, for focus. */
  readonly element?: Ref<HTMLElement>
  /** H5 only. */
  readonly tabIndex?: number
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly onTap?: () => void
}

/** A block. On H5 a plain element (light, and semantic for nothing), on weapp a View. `onTap` is for scrims; what people press is a `Press`. */
export function Box({
  as = 'div',
  className,
  style,
  id,
  children,
  element,
  tabIndex,
  onKeyDown,
  onTap,
  ...aria
}: BoxProps) {
  const shared = { className, style, id, onClick: onTap }
  if (process.env.TARO_ENV === 'h5')
    return createElement(as, { ...shared, ...ariaAttributes(aria), ref: element, tabIndex, onKeyDown }, children)
  const attributes = ariaAttributes({ ...aria, role: aria.role ?? weappRoles[as] })
  return createElement(View, { ...given(shared), ...attributes }, children)
}

export interface SpanProps extends Aria {
  readonly className?: string
  readonly style?: CSSProperties
  readonly id?: string
  readonly children?: ReactNode
}

/** A run of text inside a line. On weapp it may hold text and other spans only. */
export function Span({ className, style, id, children, ...aria }: SpanProps) {
  const shared = { className, style, id, ...ariaAttributes(aria) }
  if (process.env.TARO_ENV === 'h5') return createElement('span', shared, children)
  return createElement(Text, given(shared), children)
}

/** Only what is given: weapp would send `undefined` as data. */
const given = (props: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined))
