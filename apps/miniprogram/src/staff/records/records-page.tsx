import { approveRecords, listPendingRecords, rejectRecord, type ServiceRecord } from '@sidan/types/records'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, usePages } from '../../shared/api/use-load.ts'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { ReasonSheet } from '../../shared/orders/reason-sheet.tsx'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { sayProblem, toast } from '../../shared/ui/toast.tsx'
import { Objections } from './objections.tsx'
import { OddRecords } from './odd-records.tsx'
import { PlainRecords } from './plain-records.tsx'

const load = (cursor?: string) => call(listPendingRecords, { query: { cursor, limit: 50 } })
/** One request takes a hundred. */
const most = 100
const why = [
  { code: '时间和实际不一样，请核对', text: '时间和实际不一样，请核对' },
  { code: '没有签退，请说明做到几点', text: '没有签退，请说明做到几点' },
  { code: '和另一条时间撞上了', text: '和另一条时间撞上了' },
  { code: '这次不算志愿服务', text: '这次不算志愿服务' },
]
const mayApprove = (record: ServiceRecord) => record.allowedActions.includes('approve')
const minutesOf = (record: ServiceRecord): number => record.clockedMinutes + record.declaredMinutes

/** 审核时长: the odd ones on top with their reason, the others passed together; never one’s own. */
export default function RecordsPage() {
  const { value, items, more, failure, reload } = usePages(load)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [rejecting, setRejecting] = useState<ServiceRecord>()
  const [rejected, setRejected] = useState(0)
  const { act, busy } = useAct()
  const odd = items.filter((record) => record.odd.length > 0 || !mayApprove(record))
  const plain = items.filter((record) => record.odd.length === 0 && mayApprove(record))
  const chosen = plain.filter((record) => !left.has(record.recordId)).slice(0, most)
  const approve = async (records: readonly ServiceRecord[]) => {
    const body = { records: records.map(({ recordId, version }) => ({ recordId, version })) }
    const done = await act(() => call(approveRecords, { body }))
    if (!done) return
    const failed = done.results.filter((result) => !result.ok).length
    if (failed > 0) sayProblem(`${records.length - failed} 条通过了，${failed} 条没有：有人先核了，或者要上一级核`)
    else toast(`${records.length} 条通过了`)
    await reload()
  }
  const reject = async (record: ServiceRecord, reason: string, added: string | undefined) => {
    const words = added ? `${reason}。${added}` : reason
    const asking = { params: { recordId: record.recordId }, body: { version: record.version, words } }
    if (!(await act(() => call(rejectRecord, asking)))) return
    setRejecting(undefined)
    setRejected(rejected + 1)
    toast('退回了，会告诉本人为什么')
    await reload()
  }
  const toggle = (recordId: string) => {
    const next = new Set(left)
    if (!next.delete(recordId)) next.add(recordId)
    setLeft(next)
  }
  const sum = chosen.reduce((total, record) => total + minutesOf(record), 0)
  return (
    <Screen
      title="审核时长"
      load={{ value, failure, reload }}
      shapes={['head', 'card', 'rows']}
      bar={
        chosen.length > 0 ? (
          <BottomBar>
            <Button size="l" grow busy={busy && '正在通过…'} onPress={() => void approve(chosen)}>
              {`通过这 ${chosen.length} 条·${minutesWords(sum)}`}
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      <Objections key={rejected} onReject={setRejecting} />
      {items.length === 0 ? (
        <Empty>都核完了。</Empty>
      ) : (
        <Subject
          title={`${items.length}${more ? ' 多' : ''} 条待审${odd.length > 0 ? '，' : ''}`}
          {...(odd.length > 0 ? { stress: { words: `${odd.length} 条请您看一眼`, tone: 'warm' } as const } : {})}
        />
      )}
      <OddRecords records={odd} busy={busy} onApprove={(record) => void approve([record])} onReject={setRejecting} />
      <PlainRecords records={plain} left={left} onToggle={toggle} onReject={setRejecting} />
      <More onTap={more} />
      <Button kind="text" onPress={() => go('decidedRecords')}>
        找审过的，更正或撤销
      </Button>
      <ReasonSheet
        open={rejecting !== undefined}
        onClose={() => setRejecting(undefined)}
        title="退回这条时长"
        line={rejecting ? `${rejecting.person.displayName}·${rejecting.title}，本人会看到为什么` : ''}
        reasons={why}
        mayAdd
        busy={busy}
        onChoose={(reason, words) => rejecting && void reject(rejecting, reason, words)}
      />
    </Screen>
  )
}
