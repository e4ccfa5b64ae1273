import { dismissObjection, listObjections, type Objection } from '@sidan/types/public-notices'
import type { ServiceRecord } from '@sidan/types/records'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, usePages } from '../../shared/api/use-load.ts'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { More } from '../../shared/screen/more.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { TextArea } from '../../shared/ui/text-area.tsx'
import { toast } from '../../shared/ui/toast.tsx'

const load = (cursor?: string) => call(listObjections, { query: { cursor, limit: 20 } })

/** 异议 to what is on public notice, above what waits: each is decided by somebody else than who approved. Nothing where there is none. */
export function Objections({ onReject }: { readonly onReject: (record: ServiceRecord) => void }) {
  const { items, more, reload } = usePages(load)
  return (
    <>
      {items.map((one) => (
        <Deciding key={one.objectionId} objection={one} onReject={onReject} onDone={reload} />
      ))}
      <More onTap={more} />
    </>
  )
}

interface DecidingProps {
  readonly objection: Objection
  readonly onReject: (record: ServiceRecord) => void
  readonly onDone: () => Promise<void>
}

function Deciding({ objection, onReject, onDone }: DecidingProps) {
  const words = useWords()
  const [answer, setAnswer] = useState<string>()
  const { act, busy } = useAct()
  const { record } = objection
  const label = `${record.person.displayName}，${record.title}`
  const may = objection.allowedActions.includes('dismiss')
  const dismiss = async () => {
    const asking = { params: { objectionId: objection.objectionId }, body: { words: (answer ?? '').trim() } }
    if (!(await act(() => call(dismissObjection, asking)))) return
    toast('定了，也告诉了提的人')
    await onDone()
  }
  return (
    <Card odd={{ icon: 'warn', reason: `公示中有人提异议：${objection.words}` }}>
      <Box className="sd-between sd-strong">
        <Box>{`${record.person.displayName}·${record.title}`}</Box>
        <Box>{minutesWords(record.clockedMinutes + record.declaredMinutes)}</Box>
      </Box>
      <Box className="t-small sd-ink-2">
        {`${words.span(record.startedAt, record.endedAt)}·${objection.noticeWasBy}审的·${words.moment(objection.at)}提的`}
      </Box>
      <Button kind="text" size="s" label={`看凭据，${label}`} onPress={() => go('why', { record: record.recordId })}>
        看凭据，更正
      </Button>
      {may ? null : <Box className="t-small sd-ink-2">自己审的、自己提的，由别人来定。</Box>}
      {may && answer !== undefined ? (
        <TextArea label="为什么不成立，提的人会看到" maxLength={200} value={answer} onInput={setAnswer} />
      ) : null}
      {may ? (
        <CardActions>
          <Button
            kind="outlined"
            size="s"
            grow
            busy={busy && '正在送…'}
            label={`异议不成立，${label}`}
            disabledBecause={answer?.trim() === '' && '先写为什么'}
            onPress={() => (answer === undefined ? setAnswer('') : void dismiss())}
          >
            异议不成立
          </Button>
          <Button kind="outlined" size="s" grow label={`退回，${label}`} onPress={() => onReject(record)}>
            成立，退回
          </Button>
        </CardActions>
      ) : null}
    </Card>
  )
}
