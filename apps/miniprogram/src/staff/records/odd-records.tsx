import type { ServiceRecord } from '@sidan/types/records'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Box, Span } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions, OddReason } from '../../shared/ui/card.tsx'
import { gradeWords, oddWords } from './record-words.ts'

export interface OddRecordsProps {
  readonly records: readonly ServiceRecord[]
  readonly busy: boolean
  readonly onApprove: (record: ServiceRecord) => void
  readonly onReject: (record: ServiceRecord) => void
}

/** What somebody should look at: each with its reasons, decided one by one. */
export function OddRecords({ records, busy, onApprove, onReject }: OddRecordsProps) {
  const words = useWords()
  return (
    <>
      {records.map((record) => {
        const [first, ...others] = record.odd.map((reason) => oddWords[reason])
        const may = record.allowedActions.includes('approve')
        const label = `${record.person.displayName}，${record.title}`
        return (
          <Card key={record.recordId} odd={first ? { icon: first[0], reason: first[1] } : undefined}>
            {others.map(([icon, reason]) => (
              <OddReason key={reason} icon={icon} reason={reason} />
            ))}
            <Box className="sd-between sd-strong">
              <Span>{`${record.person.displayName}·${record.title}`}</Span>
              <Span>{minutesWords(record.clockedMinutes + record.declaredMinutes)}</Span>
            </Box>
            <Box className="t-small sd-ink-2">
              {`${words.span(record.startedAt, record.endedAt)}·${record.stationName}`}
            </Box>
            <Box className="t-small sd-ink-2">{gradeWords(record.grade)}</Box>
            <Button
              kind="text"
              size="s"
              label={`看凭据，${label}`}
              onPress={() => go('why', { record: record.recordId })}
            >
              {record.allowedActions.includes('correct') ? '看凭据，更正' : '看凭据'}
            </Button>
            {record.allowedActions.includes('reject') ? (
              <CardActions>
                {may ? (
                  <Button
                    kind="outlined"
                    size="s"
                    grow
                    busy={busy && '正在办…'}
                    label={`审核通过，${label}`}
                    onPress={() => onApprove(record)}
                  >
                    审核通过
                  </Button>
                ) : null}
                <Button kind="outlined" size="s" grow label={`退回，${label}`} onPress={() => onReject(record)}>
                  退回
                </Button>
              </CardActions>
            ) : (
              <Box className="t-small sd-ink-2">自己的，或者时间长的，由别人、上一级来审。</Box>
            )}
          </Card>
        )
      })}
    </>
  )
}
