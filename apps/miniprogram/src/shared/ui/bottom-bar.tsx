import type { ReactNode } from 'react'
import { Box, Span } from './box.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'
import './bottom-bar.css'

export interface BottomBarProps {
  /** The promise above the verb: 今天 17:00 前一定有人答复您. */
  readonly note?: string
  readonly noteIcon?: IconName
  /** Buttons, the main one with `grow`. */
  readonly children?: ReactNode
}

/** The page's own action, kept in sight. */
export function BottomBar({ note, noteIcon = 'clock', children }: BottomBarProps) {
  return (
    <Box role="region" label="这一页能做的" className="sd-bottom-bar">
      <Box className="sd-bottom-inner">
        {note ? (
          <Box className="sd-bottom-note">
            <Icon name={noteIcon} size="s" />
            <Span>{note}</Span>
          </Box>
        ) : null}
        {children ? <Box className="sd-actions sd-bottom-actions">{children}</Box> : null}
      </Box>
    </Box>
  )
}
