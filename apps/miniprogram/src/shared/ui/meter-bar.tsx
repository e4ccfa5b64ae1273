import type { ReactNode } from 'react'
import { grouped } from '../format/amount-words.ts'
import { Box } from './box.tsx'
import './chart.css'

export interface MeterBarProps {
  /** What it counts, for those who listen: 点单 1,284 张. */
  readonly label: string
  /** Ahead of the bar: a `Stamp`, or a word. */
  readonly lead: ReactNode
  readonly amount: number
  readonly whole: number
  /** Instead of the bare figure: 17%. */
  readonly word?: string
}

/** One amount of a whole, the figure beside the bar. The four stages of a county stand under each other like this. */
export function MeterBar({ label, lead, amount, whole, word = grouped(amount) }: MeterBarProps) {
  return (
    <Box className="sd-meter" role="img" label={label}>
      <Box className="sd-meter-lead">{lead}</Box>
      <Box className="sd-meter-track">
        <Box className="sd-meter-fill" style={{ width: `${share(amount, whole)}%` }} />
      </Box>
      <Box className="sd-meter-value">{word}</Box>
    </Box>
  )
}

export interface SpentBarProps {
  /** 积分 发出 48,620 */
  readonly given: string
  /** 换出 31,450 */
  readonly spent: string
  readonly amount: number
  readonly whole: number
}

/** How much of what was given out has come back: points issued and exchanged. */
export function SpentBar({ given, spent, amount, whole }: SpentBarProps) {
  return (
    <Box>
      <Box className="sd-spent-words">
        <Box className="sd-strong">{given}</Box>
        <Box>{spent}</Box>
      </Box>
      <Box className="sd-spent" hidden>
        <Box className="sd-spent-fill" style={{ width: `${share(amount, whole)}%` }} />
      </Box>
    </Box>
  )
}

const share = (amount: number, whole: number): number => (whole === 0 ? 0 : Math.min(100, (amount * 100) / whole))
