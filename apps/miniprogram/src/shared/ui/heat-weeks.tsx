import { Box } from './box.tsx'
import { classes } from './classes.ts'
import './chart.css'

export interface HeatWeeksProps {
  /** One row per quarter: its name and 13 weeks, oldest first. */
  readonly rows: readonly { readonly name: string; readonly minutes: readonly number[] }[]
  /** What it shows, in a sentence; the cells themselves are never read. */
  readonly label: string
  /** Minutes from which a week counts as 1, 2, 3 and 4. */
  readonly bounds?: readonly [number, number, number, number]
}

/** Half a year of weeks; a pale cell always has its table or sentence. */
export function HeatWeeks({ rows, label, bounds = [1, 60, 180, 360] }: HeatWeeksProps) {
  const heat = (minutes: number): number => bounds.filter((bound) => minutes >= bound).length
  return (
    <Box role="img" label={label}>
      {rows.map(({ name, minutes }) => (
        <Box key={name} className="sd-heat-row">
          <Box className="sd-heat-name">{name}</Box>
          {minutes.map((amount, week) => (
            <Box key={`${name}-${week + 1}`} className={classes('sd-heat-cell', `sd-heat-${heat(amount)}`)} />
          ))}
        </Box>
      ))}
      <Box className="sd-heat-key">
        <Box className="sd-grow">一格是一周</Box>
        <Box>少</Box>
        {[0, 1, 2, 3, 4].map((level) => (
          <Box key={level} className={classes('sd-heat-cell', 'sd-heat-small', `sd-heat-${level}`)} />
        ))}
        <Box>多</Box>
      </Box>
    </Box>
  )
}
