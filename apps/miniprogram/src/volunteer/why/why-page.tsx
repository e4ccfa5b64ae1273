import { getRecordWhy, type RecordWhy, withdrawRecord } from '@sidan/types/records'
import { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { minuteParts, minutesWords, signed } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { evidenceWords, factorWords } from '../../shared/records/evidence-words.ts'
import { RecordTag } from '../../shared/records/record-tag.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { Stat } from '../../shared/ui/stat.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { SumLines } from '../../shared/ui/sum-lines.tsx'
import { Timeline } from '../../shared/ui/timeline.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { Entered } from './entered.tsx'
import { FraudPart } from './fraud-part.tsx'
import { PutRight } from './put-right.tsx'
import { Versions } from './versions.tsx'
import { cutWords, minutesKindWords, noPointsWords, ruleWords, undoneWords } from './why-words.ts'

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
      {value ? <PutRight record={value.record} onDone={reload} /> : null}
      {value?.record.state === 'reversed' ? <FraudPart recordId={value.record.recordId} /> : null}
      {value?.record.allowedActions.includes('withdraw') ? <TakeBack record={value.record} onDone={reload} /> : null}
    </Screen>
  )
}

/** Clocked by mistake: taken back while nobody decided, after a second look. */
function TakeBack({ record, onDone }: { record: RecordWhy['record']; onDone: () => Promise<void> }) {
  const [asking, setAsking] = useState(false)
  const { act, busy } = useAct()
  const take = async () => {
    if (!(await act(() => call(withdrawRecord, { params: record, body: { version: record.version } })))) return
    setAsking(false)
    toast('撤回了，不会再审')
    await onDone()
  }
  return (
    <>
      <Button kind="text" onPress={() => setAsking(true)}>
        打错了，撤回这条
      </Button>
      <Sheet
        open={asking}
        onClose={() => setAsking(false)}
        title="撤回这条记录"
        line="这段时间就不算时长了，以后可以重新打卡"
        foot={
          <Button size="l" grow busy={busy && '正在撤回…'} onPress={() => void take()}>
            撤回
          </Button>
        }
      >
        <Box>{`${record.title}，${minutesWords(record.clockedMinutes + record.declaredMinutes)}`}</Box>
      </Sheet>
    </>
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
      {record.undone ? (
        <Notice tone="danger" icon="cross" title={record.state === 'reversed' ? '撤销了' : '这是更正以前的'}>
          {undoneWords(record.state, record.undone)}
        </Notice>
      ) : null}
      {record.state === 'onNotice' && record.noticeEndsOn ? (
        <Notice
          tone="info"
          icon="clock"
          title={`审核通过，公示到 ${words.date(record.noticeEndsOn)}`}
          aside={
            <Button kind="text" onPress={() => go('publicNotice')}>
              看公示
            </Button>
          }
        >
          没有异议，第二天入账
        </Notice>
      ) : null}
      <Box className="sd-halves">
        <Card>
          <Stat kind="hours" label={minutesKindWords(record)} parts={minuteParts(minutes)} />
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
        {why.cutMinutes > 0 ? <Box>{cutWords(why)}</Box> : null}
        <Box className="t-small sd-ink-2">{`凭据 ${record.grade} 级·只算实际服务时间，路上的不算`}</Box>
      </Card>
      <Entered entry={why.entry} />
      <Versions why={why} />
      <Card>
        <SectionHead as="h3">{`为什么是 ${why.totalPoints} 分`}</SectionHead>
        {why.factors.length === 0 ? (
          <Box className="sd-ink-2">{noPointsWords(record)}</Box>
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
