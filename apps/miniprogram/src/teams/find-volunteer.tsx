import type { PersonRef } from '@sidan/types/people'
import { getTeam, listMyTeams } from '@sidan/types/teams'
import { call } from '../shared/api/call.ts'
import { useLoad } from '../shared/api/use-load.ts'
import { FindPerson } from '../shared/people/find-person.tsx'
import { keptMe } from '../shared/session/kept-me.ts'
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
  return asStaff ? <FindPerson label={label} onTake={onFound} /> : <Teammates onFound={onFound} />
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
