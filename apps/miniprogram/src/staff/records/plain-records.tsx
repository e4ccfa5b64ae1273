import type { ServiceRecord } from '@sidan/types/records'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { Button } from '../../shared/ui/button.tsx'
import { CheckTile } from '../../shared/ui/check-tile.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { gradeWords } from './record-words.ts'

export interface PlainRecordsProps {
  readonly records: readonly ServiceRecord[]
  /** Those that are not to be passed with the others. */
  readonly left: ReadonlySet<string>
  readonly onToggle: (recordId: string) => void
  readonly onReject: (record: ServiceRecord) => void
}

/** What nothing is odd about: all picked, passed by one tap. */
export function PlainRecords({ records, left, onToggle, onReject }: PlainRecordsProps) {
  const words = useWords()
  if (records.length === 0) return null
  return (
    <>
      <SectionHead aside="点一下可以先不通过">{`${records.length} 条没有异常`}</SectionHead>
      <List indented>
        {records.map((record) => {
          const label = `${record.person.displayName}·${record.title}`
          return (
            <Row
              key={record.recordId}
              lead={
                <CheckTile
                  checked={!left.has(record.recordId)}
                  label={label}
                  onToggle={() => onToggle(record.recordId)}
                />
              }
              title={label}
              line={`${words.moment(record.startedAt)}·${gradeWords(record.grade)}`}
              value={minutesWords(record.clockedMinutes + record.declaredMinutes)}
              action={
                left.has(record.recordId) ? (
                  <Button kind="outlined" size="s" label={`退回，${label}`} onPress={() => onReject(record)}>
                    退回
                  </Button>
                ) : undefined
              }
            />
          )
        })}
      </List>
    </>
  )
}
