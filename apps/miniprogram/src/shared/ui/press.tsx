import { Button as TaroButton, View } from '@tarojs/components'
import { type CSSProperties, createElement, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { type Aria, ariaAttributes } from './aria.ts'
import { classes } from './classes.ts'
import './press.css'

export interface PressProps extends Aria {
  readonly onPress: () => void
  readonly className?: string
  readonly style?: CSSProperties
  readonly id?: string
  readonly children?: ReactNode
  /** A phone number to dial: a `tel:` link on H5; on weapp the caller's `onPress` dials. */
  readonly dials?: string | undefined
  /** weapp only: an action that the platform performs itself, for example `share` or `getPhoneNumber`. */
  readonly openType?: 'share' | 'getPhoneNumber' | 'openSetting'
  readonly onPhoneNumber?: (code: string) => void
  /** H5 only: arrow keys inside a group of choices. */
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly tabIndex?: number
  readonly element?: Ref<HTMLButtonElement>
}

/**
 * Whatever people press. On H5 a real `<button>`: focus, Enter and Space are the browser's own; on weapp a View with a role and a pressed look.
 * `disabled` keeps it focusable (so that its reason can be read) and does nothing when pressed.
 */
export function Press(props: PressProps) {
  const {
    onPress,
    className,
    style,
    id,
    children,
    dials,
    openType,
    onPhoneNumber,
    onKeyDown,
    tabIndex,
    element,
    ...aria
  } = props
  const press = () => {
    if (!aria.disabled && !aria.busy) onPress()
  }
  if (process.env.TARO_ENV === 'h5') {
    const shared = { className: classes('sd-press', className), style, id, onClick: press, ...ariaAttributes(aria) }
    if (dials && !aria.disabled) return createElement('a', { ...shared, href: `tel:${dials}` }, children)
    return createElement('button', { ...shared, type: 'button', onKeyDown, tabIndex, ref: element }, children)
  }
  const attributes = ariaAttributes({ ...aria, role: aria.role ?? 'button' })
  const shared = {
    className: classes('sd-press', className),
    hoverClass: aria.disabled ? 'none' : 'sd-pressed',
    ...(style ? { style } : {}),
    ...(id ? { id } : {}),
    ...attributes,
    onClick: press,
  }
  if (!openType || aria.disabled) return createElement(View, shared, children)
  const onGetPhoneNumber = (event: { detail: { code?: string } }) => {
    if (event.detail.code) onPhoneNumber?.(event.detail.code)
  }
  return createElement(TaroButton, { ...shared, openType, onGetPhoneNumber }, children)
}
