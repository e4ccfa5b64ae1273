import { answerStatement, disputeStatement, type Statement } from '@sidan/types/partner-statements'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { fenOf } from '../../shared/rewards/item-words.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { TextArea } from '../../shared/ui/text-area.tsx'
import { toast } from '../../shared/ui/toast.tsx'

interface SaySheetProps {
  readonly statement: Statement
  readonly kind: 'dispute' | 'answer'
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

const asks = {
  dispute: {
    title: '这张账有异议',
    line: '写清楚哪天、哪一样、差多少，专管员会查了答复',
    label: '哪里不对',
    send: '提异议',
  },
  answer: { title: '答复异议', line: '单子上的数不改，要补要减写在调整里', label: '查下来怎么样', send: '答复' },
} as const

/** The owner's objection, or the keeper's answer with what is added or taken off. */
export function SaySheet({ statement, kind, onClose, onDone }: SaySheetProps) {
  const [words, setWords] = useState('')
  const [yuan, setYuan] = useState('0')
  const { act, busy } = useAct()
  const ask = asks[kind]
  const adjustmentFen = fenOf(yuan, 100_000)
  const params = { statementId: statement.statementId }
  const send = async () => {
    const body = { words: words.trim() }
    const sent = await act(() =>
      kind === 'dispute'
        ? call(disputeStatement, { params, body })
        : call(answerStatement, { params, body: { ...body, adjustmentFen: adjustmentFen ?? 0 } }),
    )
    if (!sent) return
    toast(kind === 'dispute' ? '提了，等专管员答复' : '答复了，店主会再核对')
    onClose()
    await onDone()
  }
  const missing =
    (words.trim() === '' && '先写几句') ||
    (kind === 'answer' && adjustmentFen === undefined && '调整写元，比如 4.5，要减写 -4.5')
  return (
    <Sheet
      open
      onClose={onClose}
      title={ask.title}
      line={ask.line}
      foot={
        <Button size="l" grow busy={busy && '正在送…'} disabledBecause={missing} onPress={() => void send()}>
          {ask.send}
        </Button>
      }
    >
      <Box className="sd-stack">
        <TextArea label={ask.label} maxLength={300} value={words} onInput={setWords} />
        {kind === 'answer' ? (
          <Field label="调整多少元" hint="不用调整就写 0；要减写 -4.5" maxLength={10} value={yuan} onInput={setYuan} />
        ) : null}
      </Box>
    </Sheet>
  )
}
