import { listBenefitUses, type MyBenefit } from '@sidan/types/benefits'
import { useCallback } from 'react'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { More } from '../../shared/screen/more.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { periodWords } from '../benefit-words.ts'

/** 用过的: each with what it was decided on; the count and the list are from one query. */
export function UsesPart({ benefit }: { readonly benefit: MyBenefit }) {
  const { code } = benefit
  const load = useCallback(
    (cursor?: string) => call(listBenefitUses, { query: { benefit: code, cursor, limit: 20 } }),
    [code],
  )
  const { value, items, more } = usePages(load)
  const words = useWords()
  if (!value) return null
  return (
    <>
      <SectionHead>{`用过的（${periodWords(benefit)} ${value.usedCount} 次）`}</SectionHead>
      {items.length === 0 ? <Box className="sd-ink-2">还没用过。</Box> : null}
      <List label="用过的">
        {items.map((use) => (
          <Row
            key={use.useId}
            icon={use.undoneAt === null ? 'check' : 'return'}
            title={words.moment(use.usedAt)}
            line={`${use.unitName}·当时 ${minutesWords(use.earnedMinutes)} ≥ ${use.thresholdHours} 小时·规则第 ${use.policyVersion} 版`}
            value={use.undoneAt === null ? undefined : '撤回了'}
          />
        ))}
      </List>
      <More onTap={more} />
    </>
  )
}
