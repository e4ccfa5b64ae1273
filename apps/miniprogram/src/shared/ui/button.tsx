import { useId } from 'react'
import { Box, Span } from './box.tsx'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'
import { KeyHint } from './key-hint.tsx'
import { Press, type PressProps } from './press.tsx'
import './button.css'

export interface ButtonProps
  extends Pick<PressProps, 'onPress' | 'dials' | 'openType' | 'onPhoneNumber' | 'describedBy'> {
  /** The verb, saying what happens: 派给李师傅. */
  readonly children: string
  /** One filled button per view. */
  readonly kind?: 'filled' | 'soft' | 'outlined' | 'text'
  /** `danger` for what cannot be taken back. */
  readonly tone?: 'brand' | 'danger'
  /** `s` 44 in rows and cards, `m` 48, `l` 52 the page's main action. */
  readonly size?: 's' | 'm' | 'l'
  readonly icon?: IconName
  /** Takes the width that is left. */
  readonly grow?: boolean
  /** What it says while it works: 正在派单…. The width stays. */
  readonly busy?: string | false | undefined
  /** Why it cannot be pressed; read aloud with the button and shown below it. */
  readonly disabledBecause?: string | false | undefined
  /** Desk: the key that does the same. */
  readonly keyHint?: string
  /** More for those who listen: 点单，上门理发. Must contain the visible words. */
  readonly label?: string
}

/** A verb. Filled, soft, outlined or plain text. */
export function Button(props: ButtonProps) {
  const {
    children,
    kind = 'filled',
    tone = 'brand',
    size = 'm',
    icon,
    grow,
    busy,
    disabledBecause,
    keyHint,
    ...press
  } = props
  const reasonId = useId()
  const look = classes(
    'sd-btn',
    `sd-btn-${kind}`,
    `sd-btn-${size}`,
    tone === 'danger' && 'sd-btn-danger',
    Boolean(busy) && 'sd-btn-busy',
    Boolean(disabledBecause) && 'sd-btn-disabled',
  )
  return (
    <Box className={classes('sd-btn-frame', grow && 'sd-grow')}>
      <Press
        {...press}
        className={look}
        {...(busy ? { busy: true } : {})}
        {...(disabledBecause ? { disabled: true, describedBy: reasonId } : {})}
      >
        <Face icon={icon} words={children} hint={keyHint} />
        {busy ? <Span className="sd-btn-face sd-btn-now">{busy}</Span> : null}
        {busy ? <Span className="sd-btn-line" hidden /> : null}
      </Press>
      {disabledBecause ? (
        <Box as="p" id={reasonId} className="sd-btn-reason">
          {disabledBecause}
        </Box>
      ) : null}
    </Box>
  )
}

function Face({ icon, words, hint }: { icon: IconName | undefined; words: string; hint: string | undefined }) {
  return (
    <Box className="sd-btn-face sd-btn-rest">
      {icon ? <Icon name={icon} /> : null}
      <Span>{words}</Span>
      {hint ? <KeyHint>{hint}</KeyHint> : null}
    </Box>
  )
}
