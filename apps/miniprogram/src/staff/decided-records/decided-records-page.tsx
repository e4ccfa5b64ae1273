import { listDecidedRecords } from '@sidan/types/records'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { recordWord } from '../../shared/records/record-tag.tsx'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'

/** 审过的记录: found by name, opened to be put right. */
export default function DecidedRecordsPage() {
  const words = useWords()
  const [typed, setTyped] = useState('')
  const [name, setName] = useState('')
  const load = useCallback(
    (cursor?: string) => call(listDecidedRecords, { query: { cursor, limit: 30, ...(name ? { name } : {}) } }),
    [name],
  )
  const { value, items, more, failure, reload } = usePages(load)
  const look = () => setName(typed.trim())
  return (
    <Screen title="审过的记录" load={{ value, failure, reload }} shapes={['head', 'rows']}>
      <Field
        label="找谁的"
        kind="search"
        icon="search"
        placeholder="姓名或拼音"
        maxLength={20}
        value={typed}
        onInput={setTyped}
        onDone={look}
        onLeave={look}
      />
      {items.length === 0 ? <Empty>没有找到审过的记录。</Empty> : null}
      {items.length > 0 ? (
        <List>
          {items.map((record) => (
            <Row
              key={record.recordId}
              title={`${record.person.displayName}·${record.title}`}
              line={[words.date(record.serviceDay), record.stationName, recordWord(record.state)].join('·')}
              value={minutesWords(record.clockedMinutes + record.declaredMinutes)}
              onOpen={() => go('why', { record: record.recordId })}
            />
          ))}
        </List>
      ) : null}
      <More onTap={more} />
      <Button kind="text" onPress={() => go('enter', { for: 'other' })}>
        有人没扫上码，替他补录
      </Button>
    </Screen>
  )
}
