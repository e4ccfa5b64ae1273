import { findPeople, type PersonRef } from '@sidan/types/people'
import { getTeam, listMyTeams } from '@sidan/types/teams'
import { useState } from 'react'
import { call } from '../shared/api/call.ts'
import { useAct, useLoad } from '../shared/api/use-load.ts'
import { keptMe } from '../shared/session/kept-me.ts'
import { Button } from '../shared/ui/button.tsx'
import { Field } from '../shared/ui/field.tsx'
import { List } from '../shared/ui/list.tsx'
import { Row } from '../shared/ui/row.tsx'

/** Whom to ask: staff look people up by name; a volunteer chooses among those of their first team who show their name. */
export function FindVolunteer({
  asStaff,
  label = '请谁',
  onFound,
}: {
  readonly asStaff: boolean
  readonly label?: string
  readonly onFound: (person: PersonRef) => void
}) {
  return asStaff ? <ByName label={label} onFound={onFound} /> : <Teammates onFound={onFound} />
}

function ByName({ label, onFound }: { readonly label: string; readonly onFound: (person: PersonRef) => void }) {
  const [name, setName] = useState('')
  const [found, setFound] = useState<readonly PersonRef[]>([])
  const { act } = useAct()
  const find = async () => {
    const answer = await act(() => call(findPeople, { query: { name: name.trim() } }))
    if (answer) setFound(answer.items)
  }
  const choose = (person: PersonRef) => {
    setFound([])
    setName('')
    onFound(person)
  }
  return (
    <>
      <Field
        kind="search"
        icon="search"
        label={label}
        placeholder="名字或拼音"
        value={name}
        onInput={setName}
        onDone={() => void find()}
      />
      <Button kind="outlined" disabledBecause={name.trim() === '' && '先写名字'} onPress={() => void find()}>
        找人
      </Button>
      <List>
        {found.map((person) => (
          <Row key={person.personId} title={person.displayName} onOpen={() => choose(person)} />
        ))}
      </List>
    </>
  )
}

const loadTeammates = async () => {
  const mine = await call(listMyTeams)
  const team = mine.ok ? mine.value.items.find((one) => one.rank !== null) : undefined
  return team ? call(getTeam, { params: { teamId: team.teamId } }) : ({ ok: false, code: 'not-found' } as const)
}

function Teammates({ onFound }: { readonly onFound: (person: PersonRef) => void }) {
  const { value: team } = useLoad(loadTeammates)
  const others = team?.members.filter((one) => one.personId !== keptMe()?.personId) ?? []
  return (
    <List>
      {others.map((person) => (
        <Row key={person.personId} title={`请${person.displayName}替`} onOpen={() => onFound(person)} />
      ))}
    </List>
  )
}
