import { Box } from './box.tsx'
import './sum-lines.css'

export interface SumLinesProps {
  /** One line per factor: 上门服务 × 1.2, +3. */
  readonly lines: readonly { readonly words: string; readonly figure: string }[]
  /** 合计, 20 分. */
  readonly total: { readonly words: string; readonly figure: string }
  /** `plain` for money that a county pays a partner. */
  readonly kind: 'hours' | 'points' | 'plain'
  /** Rule version and expiry, last: 规则第 3 版·有效到 2027年12月31日. */
  readonly rule: string
}

/** 怎么来的: lines that add up to a number, then the rule they follow. */
export function SumLines({ lines, total, kind, rule }: SumLinesProps) {
  return (
    <Box className="sd-sum">
      <Box as="ul" className="sd-sum-lines">
        {lines.map(({ words, figure }) => (
          <Box as="li" key={words} className="sd-sum-line">
            <Box>{words}</Box>
            <Box className="sd-sum-figure">{figure}</Box>
          </Box>
        ))}
      </Box>
      <Box className="sd-sum-line sd-sum-total">
        <Box>{total.words}</Box>
        <Box className={`sd-sum-figure sd-sum-${kind}`}>{total.figure}</Box>
      </Box>
      <Box className="sd-sum-rule">{rule}</Box>
    </Box>
  )
}
