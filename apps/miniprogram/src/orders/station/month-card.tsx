import { getUnitNumbers, type UnitNumbers } from '@sidan/types/statistics'
import { useCallback } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { grouped } from '../../shared/format/amount-words.ts'
import { monthWords } from '../../shared/format/day-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'

/** What the station did this month, and until when that is counted; nothing at all before there is something. */
export function MonthCard({ county, unitId }: { readonly county: string; readonly unitId: UnitNumbers['unitId'] }) {
  const words = useWords()
  const { value } = useLoad(
    useCallback(() => call(getUnitNumbers, { params: { countyId: county as never, unitId } }), [county, unitId]),
  )
  const facts = value ? factsOf(value) : []
  if (!value?.asOf || facts.length === 0) return null
  return (
    <>
      <SectionHead>{`${monthWords(value.month)}做了这些`}</SectionHead>
      <Card>
        <Box className="sd-stack">
          <Facts facts={facts} />
          <Box className="t-small sd-ink-2">{words.until(value.asOf)}</Box>
        </Box>
      </Card>
    </>
  )
}

/** A figure that would tell about somebody is not told, only that it is small. */
const few = (count: number | null): string => (count === null ? '不到 3' : grouped(count))

const factsOf = (numbers: UnitNumbers): { name: string; value: string }[] =>
  (
    [
      ['办了活动', numbers.shiftsHeld, '场'],
      ['办好的单', numbers.ordersServed, '张'],
      ['服务了', numbers.servedTimes, '人次'],
      ['志愿者服务', numbers.volunteerTimes, '次'],
      ['新来志愿者', numbers.newVolunteers, '位'],
    ] as const
  )
    .filter(([, count]) => count !== 0)
    .map(([name, count, unit]) => ({ name, value: `${few(count)} ${unit}` }))
