import { grouped } from '../format/amount-words.ts'
import { Box } from './box.tsx'
import { ChartFrame } from './chart-frame.tsx'
import { classes } from './classes.ts'
import './chart.css'

export interface ChartBarsProps {
  readonly title: string
  readonly finding: string
  /** What the figures count, for the table: 张单. */
  readonly unit: string
  /** In order of time; the last is the current period and darker. */
  readonly bars: readonly { readonly name: string; readonly amount: number }[]
  readonly asOf?: string
}

/** Bars that start at 0, values on the bars, no legend and no grid but the base line. */
export function ChartBars({ title, finding, unit, bars, asOf }: ChartBarsProps) {
  const most = Math.max(1, ...bars.map((bar) => bar.amount))
  return (
    <ChartFrame
      title={title}
      finding={finding}
      columns={['', unit]}
      rows={bars.map((bar) => [bar.name, grouped(bar.amount)])}
      {...(asOf ? { asOf } : {})}
    >
      <Box className="sd-bars">
        {bars.map(({ name, amount }, index) => (
          <Box key={name} className={classes('sd-bars-column', index === bars.length - 1 && 'sd-bars-now')}>
            <Box className="sd-bars-value">{grouped(amount)}</Box>
            <Box className="sd-bars-bar" style={{ height: `${(amount * 60) / most}%` }} />
            <Box className="sd-bars-name">{name}</Box>
          </Box>
        ))}
      </Box>
    </ChartFrame>
  )
}
