import { listTimeCredit, type TimeEntry } from '@sidan/types/time-bank'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { More } from '../../shared/screen/more.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { transferWords } from '../transfer-words.ts'

const load = (cursor?: string) => call(listTimeCredit, { query: { cursor, limit: 30 } })
const accounts = { own: '自己的', received: '别人送的', held: '占着的' } as const

/** 存取明细: each line says from which of the three, and what it held then. */
export function Movements() {
  const { items, more } = usePages(load)
  const words = useWords()
  if (items.length === 0) return null
  return (
    <>
      <SectionHead>存取明细</SectionHead>
      <List label="存取明细">
        {items.map((entry) => (
          <Row
            key={`${entry.transferId} ${entry.account} ${entry.amountMinutes}`}
            title={[transferWords[entry.reason], entry.about].filter(Boolean).join('·')}
            line={`${words.moment(entry.at)}·${accounts[entry.account]}剩 ${minutesWords(entry.balanceMinutes)}`}
            value={`${entry.amountMinutes < 0 ? '−' : '+'}${minutesWords(Math.abs(entry.amountMinutes))}`}
            onOpen={opens(entry)}
          />
        ))}
      </List>
      <More onTap={more} />
    </>
  )
}

function opens({ recordId }: TimeEntry): (() => void) | undefined {
  return recordId ? () => go('why', { record: recordId }) : undefined
}
