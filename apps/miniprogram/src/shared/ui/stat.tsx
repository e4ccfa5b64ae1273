import type { FigurePart } from '../format/amount-words.ts'
import { Box, Span } from './box.tsx'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'
import './stat.css'

export interface StatProps {
  /** Figures with their units: `minuteParts(90)`. */
  readonly parts: readonly FigurePart[]
  /** 打卡时长, 积分. A page that shows both units keeps icon and label on each. */
  readonly label?: string
  readonly icon?: IconName
  /** Hours are pine with a clock, points apricot with a gift. */
  readonly kind?: 'hours' | 'points' | 'plain'
  /** `hero` once per page. */
  readonly size?: 'num' | 'hero'
  /** Points held back as one's own: the figure itself in apricot. */
  readonly coloured?: boolean
  /** Before the figure: 可用. */
  readonly before?: string
}

const icons: Record<'hours' | 'points' | 'plain', IconName | undefined> = {
  hours: 'clock',
  points: 'gift',
  plain: undefined,
}

/** A figure that matters, with its unit and what it counts. */
export function Stat({ parts, label, icon, kind = 'plain', size = 'num', coloured = false, before }: StatProps) {
  const shown = icon ?? icons[kind]
  return (
    <Box className={classes('sd-stat', `sd-stat-${kind}`, coloured && 'sd-stat-coloured')}>
      {label ? (
        <Box className="sd-stat-label">
          {shown ? <Icon name={shown} size="s" /> : null}
          <Span>{label}</Span>
        </Box>
      ) : null}
      <Box className={classes('sd-stat-line', `sd-stat-${size}`)}>
        {before ? <Span className="sd-stat-unit">{before}</Span> : null}
        {parts.map(({ figure, unit }) => [
          <Span key={`${unit} figure`} className="sd-stat-figure">
            {figure}
          </Span>,
          <Span key={`${unit} unit`} className="sd-stat-unit">
            {unit}
          </Span>,
        ])}
      </Box>
    </Box>
  )
}
