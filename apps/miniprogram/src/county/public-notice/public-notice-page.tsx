import { listPublicNotices, objectToRecord, type PublicNotice } from '@sidan/types/public-notices'
import { useState } from 'react'
import { call, newKey } from '../../shared/api/call.ts'
import { useAct, usePages } from '../../shared/api/use-load.ts'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { countyHere, readSession } from '../../shared/session/session.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { TextArea } from '../../shared/ui/text-area.tsx'
import { toast } from '../../shared/ui/toast.tsx'

const load = (cursor?: string) =>
  call(listPublicNotices, { params: { countyId: countyHere() as never }, query: { cursor, limit: 50 } })

/** 公示: approved hours before they count, names masked (rule-24); whoever knows better says so. */
export default function PublicNoticePage() {
  const { value, items, more, failure, reload } = usePages(load)
  const [about, setAbout] = useState<PublicNotice>()
  return (
    <Screen title="时长公示" load={{ value, failure, reload }} shapes={['head', 'card', 'card']}>
      <Subject title="审核通过了，还没入账的时长" line="名字只露姓。觉得哪一条不对，公示期内可以提异议" />
      {items.length === 0 ? <Empty>现在没有在公示的。</Empty> : null}
      {items.map((notice) => (
        <Noticed key={notice.recordId} notice={notice} onObject={() => setAbout(notice)} />
      ))}
      <More onTap={more} />
      {about ? <Objecting notice={about} onClose={() => setAbout(undefined)} onDone={reload} /> : null}
    </Screen>
  )
}

const labelOf = ({ maskedName, title }: PublicNotice): string => `${maskedName}·${title}`

function Noticed({ notice, onObject }: { notice: PublicNotice; onObject: () => void }) {
  const words = useWords()
  const { clockedMinutes, declaredMinutes } = notice
  return (
    <Card>
      <Box className="sd-between sd-strong">
        <Box>{labelOf(notice)}</Box>
        <Box>{minutesWords(clockedMinutes + declaredMinutes)}</Box>
      </Box>
      <Box className="t-small sd-ink-2">
        {`${words.date(notice.serviceDay)}·${notice.unitName}·${declaredMinutes > 0 ? '有申报的' : '打卡'}·${notice.grade} 级`}
      </Box>
      <Box className="sd-between">
        <Box className="t-small">
          {notice.objected ? '有人提了异议，等站里定' : `公示到 ${words.date(notice.lastDay)}`}
        </Box>
        {readSession() ? (
          <Button kind="text" size="s" label={`提异议，${labelOf(notice)}`} onPress={onObject}>
            提异议
          </Button>
        ) : null}
      </Box>
    </Card>
  )
}

function Objecting(props: { notice: PublicNotice; onClose: () => void; onDone: () => Promise<void> }) {
  const { notice, onClose, onDone } = props
  const [said, setSaid] = useState('')
  const [key] = useState(newKey)
  const { act, busy } = useAct()
  const send = async () => {
    const asking = { params: { recordId: notice.recordId }, body: { words: said.trim() }, key }
    if (!(await act(() => call(objectToRecord, asking)))) return
    onClose()
    toast('收到了，定了会告诉您')
    await onDone()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title="对这一条提异议"
      line={`${labelOf(notice)}。有人定了才会入账；站里看不到是谁提的`}
      foot={
        <Button
          size="l"
          grow
          busy={busy && '正在送…'}
          disabledBecause={said.trim() === '' && '先写哪里不对'}
          onPress={() => void send()}
        >
          送出去
        </Button>
      }
    >
      <TextArea label="哪里不对" maxLength={300} value={said} onInput={setSaid} />
    </Sheet>
  )
}
