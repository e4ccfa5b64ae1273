import { civilDay, civilTime, momentOf } from '@sidan/types/civil'
import { correctRecord, reverseRecord } from '@sidan/types/record-corrections'
import type { ServiceNature, ServiceRecord } from '@sidan/types/records'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { DayField } from '../../shared/ui/day-field.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { TextArea } from '../../shared/ui/text-area.tsx'
import { TimeField } from '../../shared/ui/time-field.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { natureChoices } from './why-words.ts'

interface PutRightProps {
  readonly record: ServiceRecord
  readonly onDone: () => Promise<void>
}

/** For staff: 更正 and 撤销, each with a reason that the volunteer reads. */
export function PutRight({ record, onDone }: PutRightProps) {
  const [open, setOpen] = useState<'correct' | 'reverse'>()
  const close = () => setOpen(undefined)
  const may = (action: 'correct' | 'reverse') => record.allowedActions.includes(action)
  if (!may('correct') && !may('reverse')) return null
  return (
    <Box className="sd-actions">
      {may('correct') ? (
        <Button kind="outlined" grow onPress={() => setOpen('correct')}>
          更正时间
        </Button>
      ) : null}
      {may('reverse') ? (
        <Button kind="outlined" tone="danger" grow onPress={() => setOpen('reverse')}>
          撤销这条
        </Button>
      ) : null}
      {open === 'correct' ? <Correct record={record} onClose={close} /> : null}
      {open === 'reverse' ? <Reverse record={record} onClose={close} onDone={onDone} /> : null}
    </Box>
  )
}

/** The moment of a civil day and time of day, as the wire has it. */
const instantOf = (day: string, time: string): string => momentOf(day, time).toISOString()

function Correct({ record, onClose }: { readonly record: ServiceRecord; readonly onClose: () => void }) {
  const [day, setDay] = useState(civilDay(new Date(record.startedAt)))
  const [from, setFrom] = useState(civilTime(new Date(record.startedAt)))
  const [until, setUntil] = useState(civilTime(new Date(record.endedAt)))
  const [nature, setNature] = useState<ServiceNature>(record.serviceNature)
  const [words, setWords] = useState('')
  const { act, busy } = useAct()
  const correct = async () => {
    const body = {
      version: record.version,
      startedAt: instantOf(day, from),
      endedAt: instantOf(day, until),
      serviceNature: nature,
      words: words.trim(),
    }
    const done = await act(() => call(correctRecord, { params: record, body }))
    if (!done) return
    toast('更正了，也告诉了本人')
    onClose()
    go('why', { record: done.recordId })
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title="更正时间"
      line="原来的留着，积分按新的时间重新算；花掉的不用还"
      foot={
        <Button
          size="l"
          grow
          busy={busy && '正在更正…'}
          disabledBecause={words.trim() === '' && '先写为什么'}
          onPress={() => void correct()}
        >
          更正
        </Button>
      }
    >
      <Box className="sd-stack">
        <DayField label="哪一天" value={day} onChoose={setDay} />
        <TimeField label="几点开始" value={from} onChoose={setFrom} />
        <TimeField label="几点结束" value={until} onChoose={setUntil} />
        <ChoiceChips label="是什么性质" value={nature} choices={natureChoices} onChoose={setNature} />
        <TextArea label="为什么，本人会看到" maxLength={200} value={words} onInput={setWords} />
      </Box>
    </Sheet>
  )
}

function Reverse({ record, onClose, onDone }: PutRightProps & { readonly onClose: () => void }) {
  const [words, setWords] = useState('')
  const { act, busy } = useAct()
  const reverse = async () => {
    const body = { version: record.version, words: words.trim() }
    if (!(await act(() => call(reverseRecord, { params: record, body })))) return
    toast('撤销了，也告诉了本人')
    onClose()
    await onDone()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title="撤销这条记录"
      line="时长全部退掉，没花的积分收回；花掉的由县里承担，本人不欠"
      foot={
        <Button
          tone="danger"
          size="l"
          grow
          busy={busy && '正在撤销…'}
          disabledBecause={words.trim() === '' && '先写为什么'}
          onPress={() => void reverse()}
        >
          撤销
        </Button>
      }
    >
      <TextArea label="为什么，本人会看到" maxLength={200} value={words} onInput={setWords} />
    </Sheet>
  )
}
