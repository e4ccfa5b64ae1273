import { endLeading, nameLeader } from '@sidan/types/memberships'
import type { PersonRef } from '@sidan/types/people'
import type { LeadingRank, Team } from '@sidan/types/teams'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { FindVolunteer } from '../find-volunteer.tsx'
import { rankWords } from '../team-words.ts'

const ranks: { value: LeadingRank; word: string }[] = [
  { value: 'leader', word: '队长' },
  { value: 'deputy', word: '副队长' },
]

/** Who leads, and whom to ask: a member; staff may ask any volunteer they find. Nothing is shown before the yes. */
export function Naming({ team, onDone }: { readonly team: Team; readonly onDone: () => Promise<void> }) {
  const [rank, setRank] = useState<LeadingRank>('deputy')
  const { act } = useAct()
  const runs = team.allowedActions.includes('change')
  const params = { teamId: team.teamId }
  const name = async (person: PersonRef) => {
    const body = { personId: person.personId, rank }
    if (!(await act(() => call(nameLeader, { params, body })))) return
    toast(`问${person.displayName}了，等答复`)
    await onDone()
  }
  const end = async (personId: PersonRef['personId']) => {
    if (await act(() => call(endLeading, { params, body: { personId } }))) await onDone()
  }
  const askable = team.members.filter((one) => one.rank !== rank)
  return (
    <Card>
      <SectionHead as="h3">谁来带队</SectionHead>
      <Box className="sd-stack">
        <List>
          {team.leaders.map((one) => (
            <Row
              key={one.personId}
              title={one.displayName}
              line={rankWords[one.rank]}
              action={
                runs ? (
                  <Button kind="outlined" size="s" onPress={() => void end(one.personId)}>
                    不再带队
                  </Button>
                ) : undefined
              }
            />
          ))}
        </List>
        <ChoiceChips label="请人当" layout="halves" value={rank} choices={ranks} onChoose={setRank} />
        <List>
          {askable.map((one) => (
            <Row
              key={one.personId}
              title={one.displayName}
              line={`请来当${rankWords[rank]}`}
              onOpen={() => void name(one)}
            />
          ))}
        </List>
        {runs ? <FindVolunteer asStaff label="请队外的志愿者" onFound={(person) => void name(person)} /> : null}
      </Box>
    </Card>
  )
}
