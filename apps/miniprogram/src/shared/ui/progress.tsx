import { Box } from './box.tsx'
import { classes } from './classes.ts'
import './chart.css'
import './progress.css'

export interface ProgressPart {
  /** 打卡, 申报 … */
  readonly name: string
  readonly amount: number
  /** In words, for the legend: 126 小时 30 分. */
  readonly words: string
}

export interface ProgressProps {
  /** The whole in words, for those who listen: 130 小时 30 分，离二星还有 169 小时 30 分. */
  readonly label: string
  /** One part, or two that never melt into one sum (打卡 and 申报). */
  readonly parts: readonly ProgressPart[]
  readonly whole: number
  /** Beneath, left and right: 离二星还有 … / 300. */
  readonly below?: readonly [string, string]
  readonly legend?: boolean
}

/** How far along something is. */
export function Progress({ label, parts, whole, below, legend = false }: ProgressProps) {
  const now = parts.reduce((sum, part) => sum + part.amount, 0)
  return (
    <Box>
      <Box className="sd-progress" role="progressbar" label={label} valueNow={now} valueMax={whole} valueText={label}>
        {parts.map(({ name, amount }, index) => (
          <Box
            key={name}
            className={classes('sd-progress-part', `sd-fill-${index === 0 ? 1 : 3}`)}
            style={{ width: `${whole === 0 ? 0 : Math.min(100, (amount * 100) / whole)}%` }}
          />
        ))}
      </Box>
      {below ? (
        <Box className="sd-progress-below">
          <Box>{below[0]}</Box>
          <Box>{below[1]}</Box>
        </Box>
      ) : null}
      {legend ? <Legend parts={parts} /> : null}
    </Box>
  )
}

function Legend({ parts }: { parts: readonly ProgressPart[] }) {
  return (
    <Box className="sd-legend">
      {parts.map(({ name, words }, index) => (
        <Box key={name} className="sd-legend-item">
          <Box className={classes('sd-legend-box', `sd-fill-${index === 0 ? 1 : 3}`)} hidden />
          <Box>{`${name} ${words}`}</Box>
        </Box>
      ))}
    </Box>
  )
}
