import { answerFeedback, type Feedback, listFeedback } from '@sidan/types/feedback'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, usePages } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { TextArea } from '../../shared/ui/text-area.tsx'
import { toast } from '../../shared/ui/toast.tsx'

const load = (cursor?: string) => call(listFeedback, { query: { cursor, limit: 30 } })

/** 意见与投诉, for those who answer: what has no answer yet, the oldest on top (rule-32). */
export default function AnswersPage() {
  const { value, items, more, failure, reload } = usePages(load)
  return (
    <Screen title="意见与投诉" load={{ value, failure, reload }}>
      {items.length === 0 ? <Empty>都答复了。</Empty> : null}
      {items.map((feedback) => (
        <Answering key={feedback.feedbackId} feedback={feedback} onDone={reload} />
      ))}
      <More onTap={more} />
    </Screen>
  )
}

function Answering({ feedback, onDone }: { feedback: Feedback; onDone: () => Promise<void> }) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  const [answer, setAnswer] = useState('')
  const { act, busy } = useAct()
  const send = async () => {
    const asking = { params: { feedbackId: feedback.feedbackId }, body: { answer: answer.trim() } }
    if (!(await act(() => call(answerFeedback, asking)))) return
    toast('答复了，也告诉了本人')
    await onDone()
  }
  return (
    <Card>
      <Box className="sd-stack">
        <Box>{feedback.words}</Box>
        <Box className="t-small sd-ink-2">
          {[words.moment(feedback.at), feedback.unitName].filter(Boolean).join('·')}
        </Box>
        {open ? (
          <>
            <TextArea label="答复" maxLength={500} value={answer} onInput={setAnswer} />
            <Button
              busy={busy && '正在送…'}
              disabledBecause={answer.trim() === '' && '先写答复'}
              onPress={() => void send()}
            >
              答复
            </Button>
          </>
        ) : (
          <Button kind="soft" onPress={() => setOpen(true)}>
            写答复
          </Button>
        )}
      </Box>
    </Card>
  )
}
