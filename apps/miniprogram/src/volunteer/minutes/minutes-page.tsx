import { listMinutes, type MinutesEntry } from '@sidan/types/ledger'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { minuteParts, minutesWords } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { Stat } from '../../shared/ui/stat.tsx'

const load = (cursor?: string) => call(listMinutes, { query: { cursor, limit: 50 } })

/** What of a record's minutes was clocked; what of them was taken back says so. */
function kindWords({ reason, clockedMinutes, declaredMinutes }: MinutesEntry): string {
  if (reason === 'reversal') return '更正或撤销，退掉'
  if (declaredMinutes === 0) return '打卡'
  return clockedMinutes === 0 ? '申报' : `打卡 ${minutesWords(clockedMinutes)}，申报 ${minutesWords(declaredMinutes)}`
}

/** 时长怎么来的: every minute with its record, and what was taken back; they add up to the total. */
export default function MinutesPage() {
  const { value, items, more, failure, reload } = usePages(load)
  const words = useWords()
  return (
    <Screen title="时长怎么来的" load={{ value, failure, reload }} shapes={['head', 'rows']}>
      <Stat kind="hours" before="一共" parts={minuteParts(value?.totalMinutes ?? 0)} />
      {items.length === 0 ? (
        <Empty>还没有时长。做一次志愿服务，审核通过就有。</Empty>
      ) : (
        <List label="时长来去">
          {items.map((entry) => (
            <Row
              key={entry.transferId}
              title={entry.about}
              line={`${words.moment(entry.happenedAt)}·${kindWords(entry)}·${entry.grade} 级·记完共 ${minutesWords(entry.balanceMinutes)}`}
              value={`${entry.amountMinutes < 0 ? '−' : '+'}${minutesWords(Math.abs(entry.amountMinutes))}`}
              onOpen={() => go('why', { record: entry.recordId })}
            />
          ))}
        </List>
      )}
      <More onTap={more} />
    </Screen>
  )
}
