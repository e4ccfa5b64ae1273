import { addDays, civilDay } from '@sidan/types/civil'
import { findPeople, type PersonRef } from '@sidan/types/people'
import { endDeputy, nameDeputy, type RoleHeld } from '@sidan/types/roles'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { loadMe } from '../../shared/session/kept-me.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { toast } from '../../shared/ui/toast.tsx'

const spans = [
  { value: '0', word: '今天' },
  { value: '2', word: '三天' },
  { value: '6', word: '一周' },
  { value: '29', word: '一个月' },
]

/** AB 岗: a keeper on leave names who stands in, for how long; it ends by itself. */
export default function DeputyPage() {
  const { value: me, failure, reload } = useLoad(loadMe)
  const own = me?.roles.filter((held) => held.role === 'keeper' && held.deputyForName === null) ?? []
  const standing = me?.roles.filter((held) => held.deputyForName !== null) ?? []
  return (
    <Screen title="请人代班" load={{ value: me, failure, reload }}>
      {own.map((held) => (
        <Naming key={held.grantId} held={held} onDone={reload} />
      ))}
      {standing.length > 0 ? <SectionHead>我在替别人</SectionHead> : null}
      <List>
        {standing.map((held) => (
          <Standing key={held.grantId} held={held} onDone={reload} />
        ))}
      </List>
    </Screen>
  )
}

function Standing({ held, onDone }: { held: RoleHeld; onDone: () => Promise<void> }) {
  const words = useWords()
  const { act, busy } = useAct()
  const end = async () => {
    if (!(await act(() => call(endDeputy, { params: { grantId: held.grantId } })))) return
    toast('代班结束了')
    await onDone()
  }
  return (
    <Row
      title={`替${held.deputyForName ?? ''}管${held.unit.name}`}
      line={held.untilDay ? `到${words.fullDay(held.untilDay)}` : undefined}
      action={
        <Button kind="outlined" size="s" busy={busy && '…'} onPress={() => void end()}>
          不代了
        </Button>
      }
    />
  )
}

function Naming({ held, onDone }: { held: RoleHeld; onDone: () => Promise<void> }) {
  const [name, setName] = useState('')
  const [found, setFound] = useState<readonly (PersonRef & { homeStationName: string | null })[]>([])
  const [chosen, setChosen] = useState<PersonRef>()
  const [days, setDays] = useState('2')
  const words = useWords()
  const { act, busy } = useAct()
  const today = civilDay(new Date())
  const until = addDays(today, Number(days))
  const find = async () => {
    const answer = await act(() => call(findPeople, { query: { name: name.trim() } }))
    if (answer) setFound(answer.items)
  }
  const give = async (person: PersonRef) => {
    const body = { personId: person.personId, fromDay: today, untilDay: until }
    if (!(await act(() => call(nameDeputy, { params: { grantId: held.grantId }, body })))) return
    toast(`${person.displayName}代到${words.day(until)}`)
    setChosen(undefined)
    setFound([])
    await onDone()
  }
  return (
    <Card>
      <SectionHead>{held.unit.name}</SectionHead>
      <Box className="sd-stack">
        <Box className="t-small sd-ink-2">从今天起，代多久</Box>
        <ChoiceChips label="代多久" layout="four" value={days} choices={spans} onChoose={setDays} />
        <Field
          kind="search"
          icon="search"
          label="请谁代"
          placeholder="名字或拼音"
          value={name}
          onInput={setName}
          onDone={() => void find()}
        />
        <Button kind="soft" disabledBecause={name.trim() === '' && '先写名字'} onPress={() => void find()}>
          找人
        </Button>
        <List>
          {found.map((person) => (
            <Row
              key={person.personId}
              title={person.displayName}
              line={person.homeStationName ?? undefined}
              onOpen={() => setChosen(person)}
              current={chosen?.personId === person.personId}
            />
          ))}
        </List>
        {chosen ? (
          <Button busy={busy && '正在办…'} onPress={() => void give(chosen)}>
            {`请${chosen.displayName}代到${words.day(until)}`}
          </Button>
        ) : null}
      </Box>
    </Card>
  )
}
