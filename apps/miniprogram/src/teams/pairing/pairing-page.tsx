import { answerPairing, answerSubstitute, endPairing, getPairing, type Pairing } from '@sidan/types/pairings'
import { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { pairingWords } from '../team-words.ts'
import { Contact } from './contact.tsx'
import { StandIn } from './stand-in.tsx'
import { Visit } from './visit.tsx'

/** One pairing: when to go next, where, what was written down, who stands in. */
export default function PairingPage() {
  const pairingId = (useRouter().params['pairing'] ?? '') as Pairing['pairingId']
  const { value, failure, reload } = useLoad(
    useCallback(() => call(getPairing, { params: { pairingId } }), [pairingId]),
  )
  return (
    <Screen title="结对" load={{ value, failure, reload }}>
      {value ? <Shown pairing={value} onDone={reload} /> : null}
    </Screen>
  )
}

function Shown({ pairing, onDone }: { readonly pairing: Pairing; readonly onDone: () => Promise<void> }) {
  const words = useWords()
  const may = (action: Pairing['allowedActions'][number]) => pairing.allowedActions.includes(action)
  const next = `每 ${pairing.everyDays} 天去一次，${pairing.overdue ? '过了日子：' : '下次'}${words.fullDay(pairing.nextVisitOn)}`
  return (
    <>
      <Subject
        title={`${pairing.volunteer.displayName}和${pairing.householdName}`}
        line={pairing.state === 'going' ? next : pairingWords[pairing.state]}
        late={pairing.overdue}
      />
      {may('answer') ? <Answer pairing={pairing} onDone={onDone} /> : null}
      {may('answerSubstitute') ? <AnswerStandIn pairing={pairing} onDone={onDone} /> : null}
      {may('reveal') ? <Contact pairingId={pairing.pairingId} /> : null}
      {may('visit') ? <Visit pairingId={pairing.pairingId} onDone={onDone} /> : null}
      <Visits pairing={pairing} />
      {pairing.state === 'going' ? <StandIn pairing={pairing} mayName={may('nameSubstitute')} onDone={onDone} /> : null}
      {may('end') ? <Ending pairing={pairing} onDone={onDone} /> : null}
    </>
  )
}

interface Part {
  readonly pairing: Pairing
  readonly onDone: () => Promise<void>
}

function Answer({ pairing, onDone }: Part) {
  const { act, busy } = useAct()
  const answer = async (accept: boolean) => {
    const done = await act(() => call(answerPairing, { params: { pairingId: pairing.pairingId }, body: { accept } }))
    if (!done) return
    toast(accept ? '谢谢您，结对开始了' : '好的，没关系，站里再找一位')
    await onDone()
  }
  return (
    <Card odd={{ icon: 'people', reason: '想请您常去看看这一户' }}>
      <Box className="sd-stack">
        <Box>答应以后才看得到地址和电话。不方便就说一声，什么都不影响。</Box>
        <Button busy={busy && '正在送…'} onPress={() => void answer(true)}>
          我愿意
        </Button>
        <Button kind="outlined" onPress={() => void answer(false)}>
          这次不方便
        </Button>
      </Box>
    </Card>
  )
}

function AnswerStandIn({ pairing, onDone }: Part) {
  const { act, busy } = useAct()
  const answer = async (accept: boolean) => {
    const { pairingId } = pairing
    if (!(await act(() => call(answerSubstitute, { params: { pairingId }, body: { accept } })))) return
    toast(accept ? '谢谢您，那几天就拜托了' : '好的，没关系')
    await onDone()
  }
  return (
    <Card odd={{ icon: 'people', reason: `想请您替${pairing.volunteer.displayName}走访几天` }}>
      <Box className="sd-stack">
        <Button busy={busy && '正在送…'} onPress={() => void answer(true)}>
          可以
        </Button>
        <Button kind="outlined" onPress={() => void answer(false)}>
          不方便
        </Button>
      </Box>
    </Card>
  )
}

function Visits({ pairing }: { readonly pairing: Pairing }) {
  const words = useWords()
  const { visits } = pairing
  return (
    <>
      <SectionHead>去过</SectionHead>
      {visits.length === 0 ? <Box className="sd-ink-2">还没有记过走访。</Box> : null}
      <List>
        {visits.map((visit) => (
          <Row
            key={visit.visitId}
            title={visit.words ?? `${visit.byName}去过`}
            line={`${visit.byName}·${words.fullDay(visit.visitedOn)}`}
            value={visit.minutes === null ? undefined : minutesWords(visit.minutes)}
          />
        ))}
      </List>
    </>
  )
}

function Ending({ pairing, onDone }: Part) {
  const [sure, setSure] = useState(false)
  const { act, busy } = useAct()
  const end = async () => {
    if (!(await act(() => call(endPairing, { params: { pairingId: pairing.pairingId } })))) return
    toast('结束了，都告诉了，谢谢这段时间的陪伴')
    await onDone()
  }
  return sure ? (
    <Button kind="outlined" busy={busy && '…'} onPress={() => void end()}>
      确定结束这份结对
    </Button>
  ) : (
    <Button kind="text" onPress={() => setSure(true)}>
      结束结对
    </Button>
  )
}
