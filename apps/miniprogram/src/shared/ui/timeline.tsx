import { Box } from './box.tsx'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'
import './timeline.css'

export interface TimelineEvent {
  readonly key: string
  /** Who did what: 陈姐派给李师傅. */
  readonly what: string
  readonly when: string
  /** One grey reason. */
  readonly why?: string | undefined
  /** `waiting` for the network: hourglass, never a check mark. `correction` undoes an earlier line that stays. */
  readonly kind?: 'done' | 'waiting' | 'correction'
}

export interface TimelineProps {
  /** Newest first; evidence in order of time. */
  readonly events: readonly TimelineEvent[]
  readonly label: string
}

const icons: Record<'done' | 'waiting' | 'correction', IconName> = {
  done: 'check',
  waiting: 'hourglass',
  correction: 'pen',
}

/** What happened: who, what, when, why. */
export function Timeline({ events, label }: TimelineProps) {
  return (
    <Box as="ol" className="sd-timeline" label={label}>
      {events.map(({ key, what, when, why, kind = 'done' }) => (
        <Box as="li" key={key} className="sd-event">
          <Box className="sd-event-rail" hidden>
            <Box className={classes('sd-event-dot', `sd-event-${kind}`)}>
              <Icon name={icons[kind]} size="s" />
            </Box>
          </Box>
          <Box className="sd-event-words">
            <Box className="sd-event-head">
              <Box className="sd-event-what">{what}</Box>
              <Box className="sd-event-when">{when}</Box>
            </Box>
            {why ? <Box className="sd-event-why">{why}</Box> : null}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
