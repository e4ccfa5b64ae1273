import { civilDay } from '@sidan/types/civil'
import { orderStates } from '@sidan/types/order-states'
import { type CountyNumbers, getCountyNumbers } from '@sidan/types/statistics'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { grouped, minutesWords, percentWords } from '../../shared/format/amount-words.ts'
import { monthWords } from '../../shared/format/day-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { holds, keptMe } from '../../shared/session/kept-me.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { ChartBars } from '../../shared/ui/chart-bars.tsx'
import { ChartFrame } from '../../shared/ui/chart-frame.tsx'
import { CoverageTiles } from '../../shared/ui/coverage-tiles.tsx'
import { DataTable } from '../../shared/ui/data-table.tsx'
import { Stamp } from '../../shared/ui/four-tiles.tsx'
import { MeterBar, SpentBar } from '../../shared/ui/meter-bar.tsx'
import { stateLook } from '../../shared/ui/order-state-text.ts'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { MonthsLine } from '../months-line.tsx'
import { AimsPart } from './aims-part.tsx'
import { DoneCard } from './done-card.tsx'

/** The loop in numbers: a sentence states the finding, bars prove it, a table gives it. Nobody is ranked. */
export default function NumbersPage() {
  /** Empty: this month. */
  const [month, setMonth] = useState('')
  const { value, failure, reload } = useLoad(
    useCallback(() => call(getCountyNumbers, month === '' ? {} : { query: { month } }), [month]),
  )
  return (
    <Screen
      title={value ? `${monthWords(value.month)}的数字` : '数字'}
      load={{ value, failure, reload }}
      shapes={['card', 'card', 'card']}
    >
      {value ? (
        <>
          <MonthsLine shown={value.month} onChoose={setMonth} />
          <LoopCard numbers={value} />
          <Card>
            <ChartBars title="每月点单" finding={monthsFinding(value)} unit="张单" bars={barsOf(value)} />
          </Card>
          <Card>
            <SectionHead as="h3">现在各在哪一步</SectionHead>
            <DataTable caption="现在各在哪一步" columns={['状态', '张']} rows={byWord(value.byState)} />
          </Card>
          <DoneCard numbers={value} />
          <Coverage numbers={value} />
          <AimsPart />
          <PointsCard numbers={value} />
          <Card>
            <SectionHead as="h3">服务时长</SectionHead>
            <Box>{`打卡 ${minutesWords(value.clockedMinutes)}`}</Box>
            <Box>{`申报 ${minutesWords(value.declaredMinutes)}`}</Box>
          </Card>
        </>
      ) : null}
    </Screen>
  )
}

function PointsCard({ numbers }: { numbers: CountyNumbers }) {
  const me = keptMe()
  return (
    <Card>
      <SpentBar
        given={`积分 发出 ${grouped(numbers.issuedPoints)}`}
        spent={`换出 ${grouped(numbers.spentPoints)}`}
        amount={numbers.spentPoints}
        whole={numbers.issuedPoints}
      />
      <Box className="t-small sd-ink-2">
        {[
          `过期 ${grouped(numbers.expiredPoints)}`,
          numbers.reversedPoints > 0 ? `更正、撤销退掉 ${grouped(numbers.reversedPoints)}` : '',
        ]
          .filter(Boolean)
          .join('·')}
      </Box>
      {me && holds(me, 'countyKeeper') ? (
        <>
          <Button kind="text" size="s" onPress={() => go('trial')}>
            换个算法，算算看
          </Button>
          <Button kind="text" size="s" onPress={() => go('benefitList')}>
            礼遇名单
          </Button>
          <Button kind="text" size="s" onPress={() => go('countyDecisions')}>
            认定和申诉
          </Button>
        </>
      ) : null}
    </Card>
  )
}

function LoopCard({ numbers }: { numbers: CountyNumbers }) {
  const words = useWords()
  const { answered, loop } = numbers
  const stages = [
    ['点', loop.submitted],
    ['派', loop.dispatched],
    ['接', loop.accepted],
    ['评', loop.rated],
  ] as const
  return (
    <Card>
      <Subject
        size="title"
        title={`${answered.due} 张单里，${answered.inTime} 张按时有人答复`}
        line={`按时答复 ${percentWords(answered.inTime, answered.due)}，上月 ${percentWords(answered.inTimeLastMonth, answered.dueLastMonth)}·${words.ago(numbers.asOf)}更新`}
      />
      <Box className="sd-stack">
        {stages.map(([mark, amount]) => (
          <MeterBar
            key={mark}
            label={`${mark}单 ${grouped(amount)} 张`}
            lead={<Stamp mark={mark} small />}
            amount={amount}
            whole={Math.max(1, loop.submitted)}
          />
        ))}
      </Box>
    </Card>
  )
}

/** As an order goes through them; states that staff call the same are one row. */
const byWord = (states: CountyNumbers['byState']): string[][] => {
  const counts = new Map<string, number>()
  for (const { state, count } of [...states].sort(
    (a, b) => orderStates.indexOf(a.state) - orderStates.indexOf(b.state),
  )) {
    const { word } = stateLook(state, 'staff')
    counts.set(word, (counts.get(word) ?? 0) + count)
  }
  return [...counts].map(([word, count]) => [word, grouped(count)])
}

const barsOf = ({ months }: CountyNumbers) =>
  months.map(({ month, submitted }) => ({ name: monthWords(month), amount: submitted }))

function monthsFinding({ month, months, asOf }: CountyNumbers): string {
  const until = civilDay(new Date(asOf)).startsWith(month) ? '到今天' : ''
  const [before, last] = [months[months.length - 2], months[months.length - 1]]
  if (!last) return '还没有单'
  if (!before) return `${monthWords(last.month)} ${last.submitted} 张单`
  const more = last.submitted - before.submitted
  const compared = more === 0 ? '一样多' : `${more > 0 ? '多' : '少'} ${Math.abs(more)} 张`
  return `${monthWords(last.month)}${until} ${last.submitted} 张单，比${monthWords(before.month)}${compared}`
}

function Coverage({ numbers: { coverage } }: { numbers: CountyNumbers }) {
  return (
    <Card>
      <ChartFrame
        title={`覆盖 ${coverage.covered} / ${coverage.stations} 个站`}
        finding="按区划代码排，不排名"
        columns={['所', '站', '做过']}
        rows={coverage.institutes.map(({ name, stations, covered }) => [name, String(stations), String(covered)])}
      >
        <CoverageTiles
          units={coverage.institutes.map((one) => ({
            ...one,
            name: one.name.replace(/(街道|镇|乡|农场|管理区|开发区)?.{0,7}实践所$/, '').slice(0, 3),
          }))}
        />
      </ChartFrame>
    </Card>
  )
}
