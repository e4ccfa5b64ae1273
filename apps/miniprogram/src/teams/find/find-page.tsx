import { listTeams, type TeamKind, type TeamLine } from '@sidan/types/teams'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { shortUnit } from '../../shared/format/unit-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { keptMe } from '../../shared/session/kept-me.ts'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { IconTile } from '../../shared/ui/icon-tile.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { choicesOf, kindWords, levelWords } from '../team-words.ts'

const places = [
  { value: 'near', word: '我们站里' },
  { value: 'county', word: '全县' },
]
const kinds = [{ value: 'all' as const, word: '都看' }, ...choicesOf(kindWords)]

/** 找队伍: by name and kind, near home or in the whole county; by the unit's code, never by rank (rule-30). */
export default function FindPage() {
  const home = keptMe()?.homeStation?.unitId
  const [place, setPlace] = useState(home ? 'near' : 'county')
  const [kind, setKind] = useState<TeamKind | 'all'>('all')
  const [typed, setTyped] = useState('')
  const [name, setName] = useState('')
  const near = place === 'near' ? home : undefined
  const load = useCallback(
    (cursor?: string) => {
      const wanted = {
        ...(near ? { unitId: near } : {}),
        ...(kind === 'all' ? {} : { kind }),
        ...(name ? { name } : {}),
      }
      return call(listTeams, { query: { ...wanted, cursor, limit: 20 } })
    },
    [near, kind, name],
  )
  const { value, items, more, failure, reload } = usePages(load)
  return (
    <Screen title="找队伍" load={{ value, failure, reload }} shapes={['rows', 'rows']}>
      <Field
        kind="search"
        icon="search"
        label="队伍的名字"
        labelHidden
        placeholder="写几个字就能找"
        value={typed}
        onInput={setTyped}
        onDone={() => setName(typed.trim())}
        onLeave={() => setName(typed.trim())}
      />
      {home ? <ChoiceChips label="在哪里" value={place} choices={places} onChoose={setPlace} layout="halves" /> : null}
      <ChoiceChips label="哪一种" value={kind} choices={kinds} onChoose={setKind} />
      {items.length === 0 ? (
        <Empty>这里还没有这样的队伍，换个地方看看。</Empty>
      ) : (
        <List indented>
          {items.map((team) => (
            <TeamRow key={team.teamId} team={team} />
          ))}
        </List>
      )}
      <More onTap={more} />
    </Screen>
  )
}

function TeamRow({ team }: { team: TeamLine }) {
  const about = [levelWords[team.level], team.platformName, shortUnit(team.unit.name)].filter(Boolean).join('·')
  return (
    <Row
      lead={<IconTile icon="people" tone="plain" />}
      title={team.name}
      line={about}
      value={`${team.memberCount} 人`}
      onOpen={() => go('team', { team: team.teamId })}
    />
  )
}
