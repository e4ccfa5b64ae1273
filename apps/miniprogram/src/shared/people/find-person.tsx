import { findPeople, type PersonRef } from '@sidan/types/people'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { useAct } from '../api/use-load.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { List } from '../ui/list.tsx'
import { Row } from '../ui/row.tsx'

/** People by name or pinyin; a tap takes one. */
export function FindPerson({
  label,
  onTake,
}: {
  readonly label: string
  readonly onTake: (person: PersonRef) => void
}) {
  const [name, setName] = useState('')
  const [found, setFound] = useState<readonly (PersonRef & { homeStationName: string | null })[]>([])
  const { act, busy } = useAct()
  const find = async () => {
    const answer = await act(() => call(findPeople, { query: { name: name.trim() } }))
    if (answer) setFound(answer.items)
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
      <Button
        kind="soft"
        busy={busy && '正在找…'}
        disabledBecause={name.trim() === '' && '先写名字'}
        onPress={() => void find()}
      >
        找人
      </Button>
      <List>
        {found.map((person) => (
          <Row
            key={person.personId}
            title={person.displayName}
            line={person.homeStationName ?? undefined}
            onOpen={() => {
              setFound([])
              setName('')
              onTake(person)
            }}
          />
        ))}
      </List>
    </>
  )
}
