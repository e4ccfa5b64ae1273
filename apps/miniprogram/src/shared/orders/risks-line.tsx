import type { RiskAnswer } from '@sidan/types/orders'
import { Box, Span } from '../ui/box.tsx'
import { Icon } from '../ui/icon.tsx'
import { iconOf } from '../ui/icon-shapes.ts'

/** What is to be known before going: 一个人住, 爬楼梯. Nothing where nothing is. */
export function RisksLine({ risks }: { risks: readonly RiskAnswer[] }) {
  const present = risks.filter((risk) => risk.present)
  if (present.length === 0) return null
  return (
    <Box className="sd-line t-small">
      {present.map(({ code, icon, question }) => (
        <Box key={code} className="sd-line">
          <Icon name={iconOf(icon)} size="s" />
          <Span>{question}</Span>
        </Box>
      ))}
    </Box>
  )
}
