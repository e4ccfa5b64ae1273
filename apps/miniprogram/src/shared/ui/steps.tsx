import { Box } from './box.tsx'
import { classes } from './classes.ts'
import './steps.css'

export interface StepsProps {
  /** What each step asks, as short words. */
  readonly steps: readonly string[]
  /** Index of the one shown. */
  readonly current: number
}

/** Where one is in a form of several pages: bars and words. */
export function Steps({ steps, current }: StepsProps) {
  const word = steps[current] ?? ''
  return (
    <Box className="sd-steps">
      <Box className="sd-steps-bars" hidden>
        {steps.map((step, index) => (
          <Box key={step} className={classes('sd-steps-bar', index <= current && 'sd-steps-done')} />
        ))}
      </Box>
      <Box className="sd-steps-word" live="polite">{`第 ${current + 1} 步，共 ${steps.length} 步：${word}`}</Box>
    </Box>
  )
}
