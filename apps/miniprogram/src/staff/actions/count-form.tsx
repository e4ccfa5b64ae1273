import { countAction, type listRunningActions, type RunningAction } from '@sidan/types/action-counts'
import { addDays } from '@sidan/types/civil'
import type { ReplyOf } from '@sidan/types/endpoint'
import type { UnitRef } from '@sidan/types/organisation'
import type { PersonRef } from '@sidan/types/people'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { ForWhom } from '../../shared/people/for-whom.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { Stepper } from '../../shared/ui/stepper.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { roomWords, whatWords, worth } from './counting-words.ts'

export interface CountFormProps {
  readonly unit: UnitRef
  readonly running: ReplyOf<typeof listRunningActions>
  readonly onDay: (day: string) => void
  readonly person: PersonRef | undefined
  readonly onPerson: (person: PersonRef | undefined) => void
  readonly onCounted: () => Promise<void>
}

const daysOf = ({ firstDay, today }: CountFormProps['running']): string[] => {
  const days: string[] = []
  for (let day = today; day >= firstDay; day = addDays(day, -1)) days.push(day)
  return days
}

/** In as many words as fit four beside each other. */
const daysBack = ['今天', '昨天', '前天', '大前天']

/** 记一笔: which day, what, for whom, how many. */
export function CountForm({ unit, running, onDay, person, onPerson, onCounted }: CountFormProps) {
  const words = useWords()
  const [code, setCode] = useState<string>()
  const action = running.items.find((one) => one.code === code) ?? running.items[0]
  return (
    <Card>
      <Box className="sd-stack">
        <ChoiceChips
          label="哪一天的"
          layout="four"
          value={running.day}
          choices={daysOf(running).map((day, back) => ({ value: day, word: daysBack[back] ?? words.day(day) }))}
          onChoose={onDay}
        />
        {action ? (
          <>
            <ChoiceChips
              label="记什么"
              layout="halves"
              value={action.code}
              choices={running.items.map((one) => ({ value: one.code, word: one.name, below: worth(one) }))}
              onChoose={setCode}
            />
            <ForWhom verb="记" person={person} onChoose={onPerson} />
            <Pieces
              key={`${action.code} ${person?.personId} ${running.day}`}
              {...{ unit, action, day: running.day, person, onCounted }}
            />
          </>
        ) : (
          <Empty>这一天没有能记的。记什么、几分，由县里在规则里定。</Empty>
        )}
      </Box>
    </Card>
  )
}

interface PiecesProps extends Pick<CountFormProps, 'unit' | 'person' | 'onCounted'> {
  readonly action: RunningAction
  readonly day: string
}

function Pieces({ unit, action, day, person, onCounted }: PiecesProps) {
  const [pieces, setPieces] = useState(1)
  const { act, busy } = useAct()
  const left = action.capPerDay - action.countedPieces
  const sum = `+${pieces * action.points} 分`
  const count = async () => {
    if (!person) return
    const body = { personId: person.personId, actionCode: action.code, day, pieces }
    const made = await act(() => call(countAction, { params: { unitId: unit.unitId }, body }))
    if (!made) return
    toast(`给${person.displayName}记了${whatWords(made)}，+${made.points} 分`)
    await onCounted()
  }
  return (
    <Box className="sd-stack">
      <Box className="sd-between">
        <Box className="sd-ink-2">{roomWords(action, person !== undefined)}</Box>
        <Stepper label={`几${action.measure}`} from={1} upTo={Math.max(1, left)} value={pieces} onChange={setPieces} />
      </Box>
      <Button
        size="l"
        busy={busy && '正在记…'}
        disabledBecause={(!person && '先选给谁记') || (left < 1 && '这一天记满了')}
        onPress={() => void count()}
      >
        {`记上 ${pieces} ${action.measure}，${sum}`}
      </Button>
    </Box>
  )
}
