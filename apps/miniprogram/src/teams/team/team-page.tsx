import { getTeamLife } from '@sidan/types/team-life'
import { getTeam, type Team } from '@sidan/types/teams'
import { useRouter } from '@tarojs/taro'
import { useCallback } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { shortUnit } from '../../shared/format/unit-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { Avatar } from '../../shared/ui/avatar.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { kindWords, levelWords, rankWords } from '../team-words.ts'
import { Joining } from './joining.tsx'
import { Life } from './life.tsx'

/** A team's page: what it is, who leads, who is in it as they agreed to be seen, what is coming, and what one may do. */
export default function TeamPage() {
  const { team: teamId = '' } = useRouter().params
  const {
    value: team,
    failure,
    reload,
  } = useLoad(useCallback(() => call(getTeam, { params: { teamId: teamId as Team['teamId'] } }), [teamId]))
  const { value: life } = useLoad(
    useCallback(() => call(getTeamLife, { params: { teamId: teamId as Team['teamId'] } }), [teamId]),
  )
  return (
    <Screen title="队伍" load={{ value: team, failure, reload }}>
      {team ? (
        <>
          <Subject
            title={team.name}
            line={[levelWords[team.level], kindWords[team.kind], shortUnit(team.unit.name)].join('·')}
          />
          {team.words ? (
            <Card>
              <Box>{team.words}</Box>
            </Card>
          ) : null}
          <Joining team={team} onDone={reload} />
          <Doors team={team} />
          {life ? <Life life={life} /> : null}
          {team.you.rank ? (
            <List>
              <Row
                icon="calendar"
                title="队里的安排放进手机日历"
                onOpen={() => go('calendar', { kind: 'team', id: team.teamId, name: team.name })}
              />
            </List>
          ) : null}
          <People team={team} />
          <Around team={team} />
        </>
      ) : null}
    </Screen>
  )
}

function Doors({ team }: { team: Team }) {
  const may = (action: Team['allowedActions'][number]) => team.allowedActions.includes(action)
  if (!may('answerRequests') && !may('change')) return null
  return (
    <List>
      {may('answerRequests') ? (
        <Row
          icon="people"
          title="带队"
          line="答复申请、入队码、请人带队、说句话"
          onOpen={() => go('leadTeam', { team: team.teamId })}
        />
      ) : null}
      {may('change') ? <Row icon="gear" title="改队伍" onOpen={() => go('editTeam', { team: team.teamId })} /> : null}
    </List>
  )
}

/** The first few: the whole list is longer than the name is worth. */
const skillWords = (skills: readonly string[]): string =>
  skills.slice(0, 3).join('、') + (skills.length > 3 ? '等' : '')

function People({ team }: { team: Team }) {
  const shown = team.members.length > 0 ? team.members : team.leaders.map((one) => ({ ...one, skills: [] }))
  const hidden = team.memberCount - shown.length
  return (
    <>
      <SectionHead aside={`${team.memberCount} 人`}>队里的人</SectionHead>
      <List indented>
        {shown.map((one) => (
          <Row
            key={one.personId}
            lead={<Avatar name={one.displayName} />}
            title={one.displayName}
            line={
              [one.rank === 'member' ? '' : rankWords[one.rank], skillWords(one.skills)].filter(Boolean).join('·') ||
              undefined
            }
          />
        ))}
      </List>
      {hidden > 0 ? (
        <Box className="t-small sd-ink-2">
          {shown.length > 0 ? `还有 ${hidden} 位没有公开称呼` : `有 ${hidden} 位队员，称呼只给愿意的人看`}
        </Box>
      ) : null}
    </>
  )
}

function Around({ team }: { team: Team }) {
  const { parent, children } = team
  if (!parent && children.length === 0) return null
  return (
    <>
      <SectionHead>上下级</SectionHead>
      <List>
        {parent ? <Row title={parent.name} line="上级队伍" onOpen={() => go('team', { team: parent.teamId })} /> : null}
        {children.map((one) => (
          <Row key={one.teamId} title={one.name} onOpen={() => go('team', { team: one.teamId })} />
        ))}
      </List>
    </>
  )
}
