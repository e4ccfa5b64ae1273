import { decideFraud, getFraud } from '@sidan/types/fraud'
import type { RecordId } from '@sidan/types/ids'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { TextArea } from '../../shared/ui/text-area.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { DecisionCard } from '../fraud/decision-card.tsx'

interface FraudProps {
  readonly recordId: RecordId
}

/** Of a record that was taken back: what was decided on it, or for who keeps the center the way to decide. Nothing for anybody else. */
export function FraudPart({ recordId }: FraudProps) {
  const { value, reload } = useLoad(useCallback(() => call(getFraud, { params: { recordId } }), [recordId]))
  if (!value) return null
  if (value.decision) return <DecisionCard decision={value.decision} onDone={reload} />
  return value.allowedActions.includes('decide') ? (
    <Decide recordId={recordId} points={value.absorbedPoints} onDone={reload} />
  ) : null
}

function Decide({
  recordId,
  points,
  onDone,
}: FraudProps & { readonly points: number; readonly onDone: () => Promise<void> }) {
  const [words, setWords] = useState<string>()
  const { act, busy } = useAct()
  const decide = async () => {
    const body = { words: (words ?? '').trim() }
    if (!(await act(() => call(decideFraud, { params: { recordId }, body })))) return
    toast('认定了，也告诉了本人')
    setWords(undefined)
    await onDone()
  }
  return (
    <>
      <Notice tone="info" icon="info" title={`花掉的 ${points} 分由县里承担`}>
        记错了、扫错了，就到这里为止。确实是弄虚作假，才认定。
      </Notice>
      <Button kind="outlined" tone="danger" onPress={() => setWords('')}>
        认定弄虚作假
      </Button>
      <Sheet
        open={words !== undefined}
        onClose={() => setWords(undefined)}
        title="认定弄虚作假"
        line={`先告诉本人，15 天内可以申诉，由另一位负责人来看。生效以后欠 ${points} 分，以后挣的先还；现在什么也不扣`}
        foot={
          <Button
            tone="danger"
            size="l"
            grow
            busy={busy && '正在送…'}
            disabledBecause={words?.trim() === '' && '先写根据什么'}
            onPress={() => void decide()}
          >
            认定，告诉本人
          </Button>
        }
      >
        <TextArea label="根据什么，本人会看到" maxLength={300} value={words ?? ''} onInput={setWords} />
      </Sheet>
    </>
  )
}
