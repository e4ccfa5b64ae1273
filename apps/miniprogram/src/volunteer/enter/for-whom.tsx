import { findPeople, type PersonRef } from '@sidan/types/people'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'

interface ForWhomProps {
  readonly person: PersonRef | undefined
  readonly onChoose: (person: PersonRef | undefined) => void
}

/** Whom staff enter it for: looked up by name. */
export function ForWhom({ person, onChoose }: ForWhomProps) {
  const [name, setName] = useState('')
  const [found, setFound] = useState<readonly PersonRef[]>([])
  const { act, busy } = useAct()
  if (person)
    return (
      <List>
        <Row
          title={person.displayName}
          line="给这位录"
          action={
            <Button kind="text" size="s" onPress={() => onChoose(undefined)}>
              换一位
            </Button>
          }
        />
      </List>
    )
  const find = async () => {
    const answer = await act(() => call(findPeople, { query: { name: name.trim() } }))
    if (answer) setFound(answer.items)
  }
  return (
    <>
      <Field
        kind="search"
        icon="search"
        label="给谁录"
        placeholder="名字或拼音"
        value={name}
        onInput={setName}
        onDone={() => void find()}
      />
      <Button
        kind="outlined"
        busy={busy && '正在找…'}
        disabledBecause={name.trim() === '' && '先写名字'}
        onPress={() => void find()}
      >
        找人
      </Button>
      <List>
        {found.map((one) => (
          <Row key={one.personId} title={one.displayName} onOpen={() => onChoose(one)} />
        ))}
      </List>
    </>
  )
}
