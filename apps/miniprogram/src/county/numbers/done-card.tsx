import type { CountyNumbers } from '@sidan/types/statistics'
import { useState } from 'react'
import { grouped } from '../../shared/format/amount-words.ts'
import { monthWords } from '../../shared/format/day-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { ChartBars } from '../../shared/ui/chart-bars.tsx'
import { DataTable } from '../../shared/ui/data-table.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'

/** What was done, by the day it was done, and until when that is counted. People are counted once each, however often they served. */
export function DoneCard({ numbers: { month, activities } }: { readonly numbers: CountyNumbers }) {
  const words = useWords()
  const [institutes, setInstitutes] = useState(false)
  if (!activities.asOf) return null
  const asOf = words.until(activities.asOf)
  const title = `${monthWords(month)}做了什么`
  const turn = (
    <Button kind="text" size="s" onPress={() => setInstitutes(!institutes)} label={institutes ? '看合计' : '看各所的'}>
      {institutes ? '看合计' : '看各所'}
    </Button>
  )
  return (
    <>
      <Card>
        <SectionHead as="h3" aside={turn}>
          {title}
        </SectionHead>
        {institutes ? (
          <DataTable caption={`${title}，按区划代码排`} columns={columns} rows={activities.institutes.map(rowOf)} />
        ) : (
          <Facts facts={factsOf(activities)} />
        )}
        <Box className="sd-chart-time">{asOf}</Box>
      </Card>
      <Card>
        <ChartBars
          title="每月服务"
          finding={`${monthWords(month)}到现在服务了 ${grouped(activities.servedTimes)} 人次`}
          unit="人次"
          bars={activities.months.map((one) => ({ name: monthWords(one.month), amount: one.servedTimes }))}
          asOf={asOf}
        />
      </Card>
    </>
  )
}

type Activities = CountyNumbers['activities']

const columns = ['所', '活动', '单', '人次']
const rowOf = (one: Activities['institutes'][number]): string[] => [
  one.name,
  grouped(one.shiftsHeld),
  grouped(one.ordersServed),
  grouped(one.servedTimes),
]

const factsOf = (activities: Activities): { name: string; value: string }[] => [
  { name: '办了活动', value: `${grouped(activities.shiftsHeld)} 场` },
  { name: '办好的单', value: `${grouped(activities.ordersServed)} 张` },
  { name: '服务了', value: `${grouped(activities.servedTimes)} 人次` },
  {
    name: '志愿者服务',
    value: `${grouped(activities.volunteerTimes)} 次，${grouped(activities.activeVolunteers)} 人`,
  },
  { name: '新来志愿者', value: `${grouped(activities.newVolunteers)} 位` },
]
