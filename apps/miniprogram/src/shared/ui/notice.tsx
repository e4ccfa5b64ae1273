import type { ReactNode } from 'react'
import { Box } from './box.tsx'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'
import type { Tone } from './tag.tsx'
import './notice.css'

export interface NoticeProps {
  readonly tone: Tone
  readonly icon: IconName
  /** One bold line. Left out inside cards, where one plain sentence is enough. */
  readonly title?: string
  readonly children?: string
  /** At the right: a word to compare (桂花), or a text button. */
  readonly aside?: ReactNode
  /** Read out when it appears: `assertive` only for what stops people from going on. */
  readonly live?: 'polite' | 'assertive'
}

/** Soft fill, icon, one bold line and one grey. Never more than one on top of a page. */
export function Notice({ tone, icon, title, children, aside, live = 'polite' }: NoticeProps) {
  return (
    <Box className={classes('sd-notice', `sd-notice-${tone}`)} role={live === 'assertive' ? 'alert' : 'status'}>
      <Icon name={icon} className="sd-notice-icon" />
      <Box className="sd-notice-middle">
        <Box className="sd-notice-words">
          {title ? <Box className="sd-notice-title">{title}</Box> : null}
          {children ? <Box className={title ? 'sd-notice-line' : 'sd-notice-plain'}>{children}</Box> : null}
        </Box>
        {aside ? <Box className="sd-notice-aside">{aside}</Box> : null}
      </Box>
    </Box>
  )
}
