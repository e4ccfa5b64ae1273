import { getRecordWhy, type RecordWhy } from '@sidan/types/records'
import { useRouter } from '@tarojs/taro'
import { useCallback } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { minuteParts, minutesWords, signed } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { RecordTag } from '../../shared/records/record-tag.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Stat } from '../../shared/ui/stat.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { SumLines } from '../../shared/ui/sum-lines.tsx'
import { Timeline } from '../../shared/ui/timeline.tsx'
import { evidenceWords, factorWords, ruleWords } from './why-words.ts'

/** 怎么来的: the evidence in order of time, then each factor of the sum, then the rule’s version and the expiry. */
export default function WhyPage() {
  const { record: recordId = '' } = useRouter().params
  const { value, failure, reload } = useLoad(
    useCallback(() => call(getRecordWhy, { params: { recordId } as never }), [recordId]),
  )
  return (
    <Screen
      title="服务记录"
      load={{ value, failure, reload }}
      bar={
        value ? (
          <BottomBar>
            <Button size="l" kind="outlined" onPress={() => go('feedback')}>
              觉得不对
            </Button>
            <Button size="l" grow kind="soft" onPress={() => go('points')}>
              看全部积分来去
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      {value ? <Told why={value} /> : null}
    </Screen>
  )
}

function Told({ why }: { why: RecordWhy }) {
  const words = useWords()
  const { record } = why
  const minutes = record.clockedMinutes + record.declaredMinutes
  return (
    <>
      <Subject tag={<RecordTag state={record.state} />} aside={words.fullDay(record.serviceDay)} title={record.title} />
      {why.shift ? (
        <Box className="sd-ink-2">{`班次 ${words.span(why.shift.startsAt, why.shift.endsAt)}·${why.shift.place}`}</Box>
      ) : null}
      {record.rejectionWords ? (
        <Notice tone="danger" icon="return" title="没通过">
          {record.rejectionWords}
        </Notice>
      ) : null}
      <Box className="sd-halves">
        <Card>
          <Stat
            kind="hours"
            label={record.declaredMinutes > 0 ? '申报时长' : '打卡时长'}
            parts={minuteParts(minutes)}
          />
        </Card>
        <Card>
          <Stat kind="points" label="积分" parts={[{ figure: signed(why.totalPoints), unit: '分' }]} />
        </Card>
      </Box>
      <Card>
        <SectionHead as="h3">{`为什么是 ${minutesWords(minutes)}`}</SectionHead>
        <Timeline
          label="凭据"
          events={why.evidence.map((line) => ({
            key: `${line.kind} ${line.at}`,
            what: evidenceWords(line).what,
            when: words.moment(line.at),
            why: evidenceWords(line).why,
          }))}
        />
        <Box className="t-small sd-ink-2">{`凭据 ${record.grade} 级·只算实际服务时间，路上的不算`}</Box>
      </Card>
      <Card>
        <SectionHead as="h3">{`为什么是 ${why.totalPoints} 分`}</SectionHead>
        {why.factors.length === 0 ? (
          <Box className="sd-ink-2">{record.state === 'approved' ? '这一条不给积分。' : '审核通过才算积分。'}</Box>
        ) : (
          <SumLines
            kind="points"
            lines={why.factors.map((factor) => ({ words: factorWords(factor), figure: signed(factor.points) }))}
            total={{ words: '合计', figure: `${why.totalPoints} 分` }}
            rule={ruleWords(why)}
          />
        )}
      </Card>
    </>
  )
}
