import { getBalances } from '@sidan/types/ledger'
import { listMyRecords } from '@sidan/types/records'
import { call } from '../../shared/api/call.ts'
import { useLoad, usePages } from '../../shared/api/use-load.ts'
import { minuteParts, minutesWords } from '../../shared/format/amount-words.ts'
import { starWords } from '../../shared/format/star-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { recordWord } from '../../shared/records/record-tag.tsx'
import { More } from '../../shared/screen/more.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { HeatWeeks } from '../../shared/ui/heat-weeks.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Progress } from '../../shared/ui/progress.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Skeleton } from '../../shared/ui/skeleton.tsx'
import { StarsShown } from '../../shared/ui/stars.tsx'
import { Stat } from '../../shared/ui/stat.tsx'
import { heatRows, toNextWords } from './balance-words.ts'

const loadBalances = () => call(getBalances)
const loadRecords = (cursor?: string) => call(listMyRecords, { query: { cursor, limit: 10 } })

/** A volunteer's hours, stars, half a year, points, and where every minute came from. */
export function VolunteerPart() {
  const { value: balances } = useLoad(loadBalances)
  const { items, more } = usePages(loadRecords)
  const words = useWords()
  if (!balances) return <Skeleton shapes={['card', 'card']} />
  const { clockedMinutes, declaredMinutes, stars, weeks } = balances
  const total = clockedMinutes + declaredMinutes
  const served = weeks.filter((week) => week.minutes > 0).length
  const next = stars.ladderHours[stars.level]
  const toNext = toNextWords(stars)
  return (
    <>
      <Card>
        <Box className="sd-between">
          <StarsShown value={stars.level} label={starWords(stars.level)} />
          <Box className="sd-strong">{stars.level === 0 ? starWords(0) : `${starWords(stars.level)}志愿者`}</Box>
        </Box>
        <Stat size="hero" kind="hours" parts={minuteParts(total)} />
        <Progress
          legend
          label={`${minutesWords(total)}，${toNext}`}
          parts={[
            { name: '打卡', amount: clockedMinutes, words: minutesWords(clockedMinutes) },
            { name: '申报', amount: declaredMinutes, words: minutesWords(declaredMinutes) },
          ]}
          whole={(next ?? Math.max(1, Math.ceil(total / 60))) * 60}
          below={[toNext, next === undefined ? '' : `${next} 小时`]}
        />
      </Card>
      <Card>
        <SectionHead as="h3" aside={`做了 ${served} 周`}>
          这半年，26 周
        </SectionHead>
        <HeatWeeks rows={heatRows(weeks)} label={`这半年 26 周里，${served} 周做过服务`} />
      </Card>
      <List>
        <Row icon="clock" title="时长怎么来的" value={minutesWords(total)} onOpen={() => go('minutes')} />
        {balances.timeCreditMinutes === null ? null : (
          <Row
            icon="hourglass"
            title="时间银行"
            value={minutesWords(balances.timeCreditMinutes)}
            onOpen={() => go('timeBank')}
          />
        )}
        <Row
          icon="gift"
          title="积分"
          line={balances.heldPoints > 0 ? `另外占着 ${balances.heldPoints} 分，领走才扣` : undefined}
          value={<Box className="sd-points">{`${balances.availablePoints} 分`}</Box>}
          onOpen={() => go('points')}
        />
        <Row icon="bag" title="爱心超市" onOpen={() => go('store')} />
        <Row icon="ticket" title="礼遇" onOpen={() => go('benefits')} />
        <Row icon="star" title="星级怎么来的" onOpen={() => go('stars')} />
        <Row icon="document" title="服务记录证明" line="免费开，扫码能查真假" onOpen={() => go('certificates')} />
      </List>
      <SectionHead>每一分钟怎么来的</SectionHead>
      <List>
        {items.map((record) => (
          <Row
            key={record.recordId}
            title={record.title}
            line={`${words.fullDay(record.serviceDay)}·${record.grade} 级·${recordWord(record.state)}`}
            value={minutesWords(record.clockedMinutes + record.declaredMinutes)}
            onOpen={() => go('why', { record: record.recordId })}
          />
        ))}
      </List>
      <More onTap={more} />
    </>
  )
}
