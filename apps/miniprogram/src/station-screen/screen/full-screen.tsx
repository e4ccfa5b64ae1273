import { type ReactNode, useEffect } from 'react'
import { Box } from '../../shared/ui/box.tsx'
import { classes } from '../../shared/ui/classes.ts'
import { Icon } from '../../shared/ui/icon.tsx'
import { modeClasses, useModes } from '../../shared/ui/modes.ts'
import { Press } from '../../shared/ui/press.tsx'
import type { Alarm } from './screen-words.ts'
import './full-screen.css'

interface FullScreenProps {
  /** The code and what to do with it: at the left, on tall screens on top. */
  readonly code: ReactNode
  readonly children: ReactNode
  readonly alarm?: Alarm | undefined
}

/** The whole window in two parts. Sizes go by the window, not by a person's letters: a wall has no elder mode. */
export function FullScreen({ code, children, alarm }: FullScreenProps) {
  const modes = useModes()
  useEffect(() => {
    document.title = '站里的屏'
  }, [])
  return (
    <Box className={classes(modeClasses({ ...modes, elder: false, desk: false }), 'sd-page', 'sd-wall')}>
      {alarm ? (
        <Box className="sd-wall-alarm" role="alert">
          <Icon name="warn" />
          <Box className="sd-wall-alarm-words">
            <Box className="sd-strong">{alarm.title}</Box>
            <Box>{alarm.line}</Box>
          </Box>
        </Box>
      ) : null}
      <Box as="main" className="sd-wall-halves">
        <Box className="sd-wall-code">{code}</Box>
        <Box className="sd-wall-facts">{children}</Box>
      </Box>
    </Box>
  )
}

/** Gone once it is full; browsers that cannot never show it. */
export function FullScreenButton() {
  if (!document.fullscreenEnabled || document.fullscreenElement) return null
  return (
    <Press className="sd-wall-whole" onPress={() => void document.documentElement.requestFullscreen()}>
      全屏
    </Press>
  )
}
