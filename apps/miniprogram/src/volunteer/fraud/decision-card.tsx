import { answerFraudAppeal, appealFraud, type FraudDecision, liftFraud } from '@sidan/types/fraud'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { Tag } from '../../shared/ui/tag.tsx'
import { TextArea } from '../../shared/ui/text-area.tsx'
import { Timeline } from '../../shared/ui/timeline.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { eventsOf, meaningWords, stateLooks } from './fraud-words.ts'

interface DecisionProps {
  readonly decision: FraudDecision
  readonly onDone: () => Promise<void>
}

/** One decision: what was decided by whom and why, what it means now, and what the one who looks at it may do. */
export function DecisionCard({ decision, onDone }: DecisionProps) {
  const words = useWords()
  const [word, icon, tone] = stateLooks[decision.state]
  const may = (action: FraudDecision['allowedActions'][number]) => decision.allowedActions.includes(action)
  return (
    <Card>
      <Box className="sd-stack">
        <Subject
          size="card"
          tag={
            <Tag tone={tone} icon={icon}>
              {word}
            </Tag>
          }
          aside={words.date(decision.serviceDay)}
          title={`对「${decision.title}」的认定`}
          line={meaningWords(decision, words.date(decision.appealUntil))}
        />
        <Timeline label="经过" events={eventsOf(decision, words.moment)} />
        <Box className="t-small sd-ink-2">服务时长、星级和证明不拿来还。只有本人和中心的负责人看得到。</Box>
        {may('appeal') ? <Appeal decision={decision} onDone={onDone} /> : null}
        {may('answer') ? <Answer decision={decision} onDone={onDone} /> : null}
        {may('lift') ? <Lift decision={decision} onDone={onDone} /> : null}
      </Box>
    </Card>
  )
}

function Appeal({ decision, onDone }: DecisionProps) {
  const [words, setWords] = useState('')
  const { act, busy } = useAct()
  const send = async () => {
    if (!(await act(() => call(appealFraud, { params: decision, body: { words: words.trim() } })))) return
    toast('申诉送出了，看完会告诉您')
    await onDone()
  }
  return (
    <Box className="sd-stack">
      <TextArea label="您觉得不对，写给另一位负责人看" maxLength={500} value={words} onInput={setWords} />
      <Button
        size="l"
        grow
        busy={busy && '正在送…'}
        disabledBecause={words.trim() === '' && '先写您的理由'}
        onPress={() => void send()}
      >
        送出申诉
      </Button>
    </Box>
  )
}

function Answer({ decision, onDone }: DecisionProps) {
  const [words, setWords] = useState('')
  const { act, busy } = useAct()
  const answer = async (upheld: boolean) => {
    const body = { upheld, words: words.trim() }
    if (!(await act(() => call(answerFraudAppeal, { params: decision, body })))) return
    toast('答复了，也告诉了本人')
    await onDone()
  }
  const missing = words.trim() === '' && '先写为什么'
  return (
    <Box className="sd-stack">
      <TextArea label="答复，本人会看到" maxLength={300} value={words} onInput={setWords} />
      <CardActions>
        <Button kind="soft" grow busy={busy && '正在送…'} disabledBecause={missing} onPress={() => void answer(false)}>
          取消认定
        </Button>
        <Button
          kind="outlined"
          grow
          busy={busy && '正在送…'}
          disabledBecause={missing}
          onPress={() => void answer(true)}
        >
          认定不变
        </Button>
      </CardActions>
    </Box>
  )
}

function Lift({ decision, onDone }: DecisionProps) {
  const [words, setWords] = useState<string>()
  const { act, busy } = useAct()
  const lift = async () => {
    const body = { words: (words ?? '').trim() }
    if (!(await act(() => call(liftFraud, { params: decision, body })))) return
    toast('取消了，也告诉了本人')
    await onDone()
  }
  return (
    <Box className="sd-stack">
      {words === undefined ? null : (
        <TextArea label="为什么取消，本人会看到" maxLength={300} value={words} onInput={setWords} />
      )}
      <Button
        kind="text"
        busy={busy && '正在取消…'}
        disabledBecause={words?.trim() === '' && '先写为什么'}
        onPress={() => (words === undefined ? setWords('') : void lift())}
      >
        认错了，取消这份认定
      </Button>
    </Box>
  )
}
