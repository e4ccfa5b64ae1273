import { giveFeedback, listMyFeedback } from '@sidan/types/feedback'
import { useState } from 'react'
import { call, newKey } from '../../shared/api/call.ts'
import { useAct, usePages } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { SignInFirst } from '../../shared/screen/sign-in-first.tsx'
import { keptMe } from '../../shared/session/kept-me.ts'
import { readSession } from '../../shared/session/session.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { CallButton } from '../../shared/ui/call-button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { TextArea } from '../../shared/ui/text-area.tsx'
import { toast } from '../../shared/ui/toast.tsx'

const load = (cursor?: string) => call(listMyFeedback, { query: { cursor, limit: 20 } })

/** 意见与投诉: an entry that is answered (rule-32). */
export default function FeedbackPage() {
  if (!readSession())
    return (
      <Screen title="意见与投诉">
        <SignInFirst>登录了再说，才好答复您。</SignInFirst>
      </Screen>
    )
  return <SignedIn />
}

function SignedIn() {
  const { items, more, failure, reload, value } = usePages(load)
  const words = useWords()
  const [said, setSaid] = useState('')
  const [key, setKey] = useState(newKey)
  const { act, busy } = useAct()
  const county = keptMe()?.county
  const empty = said.trim() === ''
  const send = async () => {
    if (!(await act(() => call(giveFeedback, { body: { words: said.trim() }, key })))) return
    setSaid('')
    setKey(newKey())
    toast('收到了，会有人答复您')
    await reload()
  }
  return (
    <Screen title="意见与投诉" load={{ value, failure, reload }}>
      <Card>
        <Box className="sd-stack">
          <TextArea
            label="哪里不好，或者哪里好，直说"
            maxLength={500}
            value={said}
            onInput={setSaid}
            hint="只有站里、街道所和中心看得到"
          />
          <Button busy={busy && '正在送…'} disabledBecause={empty && '先写一句'} onPress={() => void send()}>
            送出去
          </Button>
        </Box>
      </Card>
      {county ? <CallButton title="打投诉电话" line={county.organiser} phone={county.complaintsPhone} /> : null}
      <Button kind="text" onPress={() => go('publicNotice')}>
        看时长公示，提异议
      </Button>
      {items.length > 0 ? <SectionHead>说过的</SectionHead> : null}
      {items.map((one) => (
        <Card key={one.feedbackId}>
          <Box>{one.words}</Box>
          <Box className="t-small sd-ink-2">{words.moment(one.at)}</Box>
          <Box className={one.answer ? 'sd-strong' : 'sd-ink-2'}>
            {one.answer ? `${one.answeredByName ?? '站里'}答复：${one.answer}` : '还没答复'}
          </Box>
        </Card>
      ))}
      <More onTap={more} />
    </Screen>
  )
}
