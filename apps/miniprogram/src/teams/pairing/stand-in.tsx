import { addDays, civilDay } from '@sidan/types/civil'
import { nameSubstitute, type Pairing } from '@sidan/types/pairings'
import type { PersonRef } from '@sidan/types/people'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { isStaff, keptMe } from '../../shared/session/kept-me.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { FindVolunteer } from '../find-volunteer.tsx'

const spans = [
  { value: '6', word: '一周' },
  { value: '13', word: '两周' },
  { value: '29', word: '一个月' },
]
const answers = { asked: '等答复', agreed: '答应了', declined: '这次不方便' }

interface Part {
  readonly pairing: Pairing
  readonly mayName: boolean
  readonly onDone: () => Promise<void>
}

/** Who goes in the volunteer's stead for a time: a fellow member, or whoever staff finds; after their yes. */
export function StandIn({ pairing, mayName, onDone }: Part) {
  const [days, setDays] = useState('6')
  const words = useWords()
  const { act } = useAct()
  const me = keptMe()
  const today = civilDay(new Date())
  const ask = async (person: PersonRef) => {
    const body = { personId: person.personId, fromDay: today, untilDay: addDays(today, Number(days)) }
    if (!(await act(() => call(nameSubstitute, { params: { pairingId: pairing.pairingId }, body })))) return
    toast(`问${person.displayName}了，等答复`)
    await onDone()
  }
  if (pairing.substitutes.length === 0 && !mayName) return null
  return (
    <Card>
      <SectionHead as="h3">走不开时，请人替</SectionHead>
      <Box className="sd-stack">
        <List>
          {pairing.substitutes.map((one) => (
            <Row
              key={one.personId}
              title={one.displayName}
              line={`${words.day(one.fromDay)}到${words.day(one.untilDay)}·${answers[one.state]}`}
            />
          ))}
        </List>
        {mayName ? (
          <>
            <ChoiceChips label="替多久" layout="thirds" value={days} choices={spans} onChoose={setDays} />
            <FindVolunteer asStaff={me !== undefined && isStaff(me)} onFound={(person) => void ask(person)} />
          </>
        ) : null}
      </Box>
    </Card>
  )
}
