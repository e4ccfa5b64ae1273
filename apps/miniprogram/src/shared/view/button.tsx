import { Button as TaroButton } from '@tarojs/components'
import type { PropsWithChildren } from 'react'

interface Props {
  kind?: 'filled' | 'soft' | 'outlined' | 'text'
  /** Chosen, for a choice of several. */
  chosen?: boolean
  wide?: boolean
  busy?: boolean
  onTap(): void
}

const onH5 = process.env.TARO_ENV === 'h5'

/** A button for finger, keyboard and screen reader on both targets: Taro's own has no role and no focus on H5. */
export function Button({ kind = 'outlined', chosen, wide, busy, onTap, children }: PropsWithChildren<Props>) {
  const tap = () => {
    if (!busy) onTap()
  }
  const reach = onH5
    ? {
        role: 'button',
        tabIndex: 0,
        'aria-pressed': chosen,
        onKeyDown: (event: { key: string; preventDefault(): void }) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          tap()
        },
      }
    : { ariaRole: 'button' }
  const classes = ['sd-button', chosen ? 'chosen' : busy ? 'off' : kind, wide ? 'wide' : ''].join(' ')
  return (
    <TaroButton className={classes} onClick={tap} {...reach}>
      {children}
    </TaroButton>
  )
}
