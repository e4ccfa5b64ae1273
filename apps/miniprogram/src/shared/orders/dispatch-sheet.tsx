import { dispatchOrder, type Suggestion, suggestForOrder } from '@sidan/types/dispatch'
import type { ReplyOf } from '@sidan/types/endpoint'
import type { OrderCard, OrderTarget } from '@sidan/types/orders'
import { useCallback, useState } from 'react'
import { call } from '../api/call.ts'
import { problemText } from '../api/problem-text.ts'
import { useAct, useLoad } from '../api/use-load.ts'
import { useWords } from '../format/use-words.ts'
import { Box } from '../ui/box.tsx'
import { Button } from '../ui/button.tsx'
import { ChoiceChips } from '../ui/choice-chips.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { PersonChoice, TeamChoice } from './dispatch-choices.tsx'
import { staffTitle } from './order-sentence.ts'

type Suggestions = ReplyOf<typeof suggestForOrder>
type Mode = Suggestions['modes'][number]

export interface DispatchSheetProps {
  /** Undefined: closed. */
  readonly order: OrderCard | undefined
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
  /** Sends somewhere else than the one order: several at once. */
  readonly send?: (target: OrderTarget) => Promise<boolean>
  /** 3 张单 instead of the order's own title. */
  readonly line?: string
}

/** 派给谁: suggestions with their reasons, the teams, or open for claiming; a person decides. */
export function DispatchSheet(props: DispatchSheetProps) {
  return props.order ? <Opened {...props} order={props.order} /> : null
}

const modeWords = (mode: Mode, people: number): string =>
  mode === 'person' ? `推荐 ${people} 人` : mode === 'team' ? '派给队伍' : '公开认领'

function Opened({ order, onClose, onDone, send, line }: DispatchSheetProps & { order: OrderCard }) {
  const words = useWords()
  const { value, failure, reload } = useLoad(
    useCallback(() => call(suggestForOrder, { params: { orderId: order.orderId } }), [order.orderId]),
  )
  const { act, busy } = useAct()
  const [choice, setChoice] = useState<{ target: OrderTarget; word: string }>()
  const [asked, setMode] = useState<Mode>()
  const mode = asked ?? value?.modes[0]
  const first = mode === 'person' ? value?.people[0] : undefined
  const chosen =
    choice ?? (first && { target: { kind: 'person' as const, personId: first.personId }, word: first.displayName })
  const dispatch = async (target: OrderTarget) => {
    const params = { orderId: order.orderId }
    const done = send
      ? await send(target)
      : await act(() => call(dispatchOrder, { params, body: { version: order.version, target } }))
    if (!done) return
    onClose()
    await onDone()
  }
  const verb = chosen?.target.kind === 'claim' ? '放出来，公开认领' : `派给${chosen?.word ?? ''}`
  return (
    <Sheet
      open
      onClose={onClose}
      title="派给谁"
      line={line ?? [staffTitle(order), order.requesterName, words.soon(order)].join('·')}
      foot={
        chosen ? (
          <Button size="l" busy={busy && '正在派单…'} onPress={() => void dispatch(chosen.target)}>
            {verb}
          </Button>
        ) : undefined
      }
    >
      <Box className="sd-stack">
        {value === undefined && failure ? (
          <ErrorState what={problemText(failure)} onRetry={() => void reload()} code={failure.code} />
        ) : null}
        {value === undefined && !failure ? <Skeleton shapes={['card', 'card']} /> : null}
        {value && mode ? (
          <Modes
            value={value}
            mode={mode}
            onChoose={(one) => {
              setMode(one)
              setChoice(one === 'claim' ? { target: { kind: 'claim' }, word: '' } : undefined)
            }}
          />
        ) : null}
        {value && mode ? (
          <Choices
            value={value}
            mode={mode}
            target={chosen?.target}
            onChoose={(target, word) => setChoice({ target, word })}
          />
        ) : null}
        <OnlyASuggestion />
      </Box>
    </Sheet>
  )
}

function Modes({ value, mode, onChoose }: { value: Suggestions; mode: Mode; onChoose: (mode: Mode) => void }) {
  return (
    <ChoiceChips<Mode>
      label="怎么派"
      layout="thirds"
      value={mode}
      choices={value.modes.map((one) => ({ value: one, word: modeWords(one, value.people.length) }))}
      onChoose={onChoose}
    />
  )
}

function OnlyASuggestion() {
  return (
    <Notice tone="info" icon="question">
      分数只是建议，由您定。对方可以暂不接，不影响任何记录。
    </Notice>
  )
}

interface ChoicesProps {
  readonly value: Suggestions
  readonly mode: Mode
  readonly target: OrderTarget | undefined
  readonly onChoose: (target: OrderTarget, word: string) => void
}

function Choices({ value, mode, target, onChoose }: ChoicesProps) {
  if (mode === 'claim') return <Box>附近会做这件事的志愿者都看得到，谁先认领就是谁的。</Box>
  if (mode === 'team')
    return value.teams.length === 0 ? (
      <Box>附近还没有队伍。</Box>
    ) : (
      value.teams.map((team) => (
        <TeamChoice
          key={team.teamId}
          team={team}
          picked={target?.kind === 'team' && target.teamId === team.teamId}
          onPick={() => onChoose({ kind: 'team', teamId: team.teamId }, team.name)}
        />
      ))
    )
  return value.people.length === 0 ? (
    <Box>附近没有会做这件事的人，可以派给队伍，或者公开认领。</Box>
  ) : (
    value.people.map((person: Suggestion) => (
      <PersonChoice
        key={person.personId}
        person={person}
        picked={target?.kind === 'person' && target.personId === person.personId}
        onPick={() => onChoose({ kind: 'person', personId: person.personId }, person.displayName)}
      />
    ))
  )
}
