import type { AnswerOf } from '@sidan/types/endpoint'
import type { getTeam, listMyTeams } from '@sidan/types/teams'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { type Actor, holds } from '../roles/rules.ts'
import { standingFieldsSql } from '../standing/reads.ts'
import type { Abilities } from '../standing/rules.ts'

/** Members of a team among the people named, with what they can do on a civil day; a member who is no active volunteer can do nothing. */
export async function findMembers(tx: Tx, teamId: string, personIds: string[], day: string): Promise<Abilities[]> {
  const rows = await tx.rows<{ abilities: Abilities }>({
    name: 'teams.members',
    text: `select json_build_object('skills', v.skills, ${standingFieldsSql('v', '$4::date')}) as abilities from team_members m
      join volunteers v on v.county_id = m.county_id and v.person_id = m.person_id and v.active
      where m.county_id = $1 and m.team_id = $2 and m.person_id = any ($3::uuid[])`,
    values: [tx.countyId, teamId, personIds, day],
  })
  return rows.map(({ abilities }) => abilities)
}

type TeamAnswer = AnswerOf<typeof getTeam>

/** A team with its members: for members and leaders, and for staff in whose subtree its unit lies. Others find nothing. */
export async function readTeam(tx: Tx, actor: Actor, teamId: string): Promise<TeamAnswer> {
  const [row] = await tx.rows<Omit<TeamAnswer, 'leaderNames'> & { instituteId: string | null }>({
    name: 'teams.one',
    text: `select t.id as "teamId", t.name, t.level, json_build_object('unitId', u.id, 'name', u.name, 'tier', u.tier) as unit, u.institute_id as "instituteId",
        coalesce((select json_agg(json_build_object('personId', p.id, 'displayName', p.display_name, 'leads', m.leads,
            'skills', array(select s.name from skills s where s.county_id = m.county_id and s.code = any (v.skills) order by s.code)) order by m.leads desc, p.name_pinyin, p.id)
          from team_members m
          join people p on p.county_id = m.county_id and p.id = m.person_id and p.closed_at is null
          left join volunteers v on v.county_id = p.county_id and v.person_id = p.id and v.active
          where m.county_id = t.county_id and m.team_id = t.id), '[]') as members
      from teams t join units u on u.county_id = t.county_id and u.id = t.unit_id
      where t.county_id = $1 and t.id = $2 and t.active`,
    values: [tx.countyId, teamId],
  })
  if (!row) return refuse('not-found')
  const { instituteId, ...team } = row
  const member = team.members.some((one) => one.personId === actor.personId)
  const above = holds(actor, ['countyKeeper', 'keeper', 'staff', 'auditor'], {
    stationId: team.unit.unitId,
    instituteId,
  })
  if (!member && !above) return refuse('not-found')
  return { ...team, leaderNames: team.members.filter((one) => one.leads).map((one) => one.displayName) }
}

/** Teams the caller belongs to. */
export async function readMyTeams(tx: Tx, actor: Actor): Promise<AnswerOf<typeof listMyTeams>> {
  const items = await tx.rows<AnswerOf<typeof listMyTeams>['items'][number]>({
    name: 'teams.mine',
    text: `select t.id as "teamId", t.name, m.leads from team_members m join teams t on t.county_id = m.county_id and t.id = m.team_id and t.active
      where m.county_id = $1 and m.person_id = $2 order by t.code`,
    values: [tx.countyId, actor.personId],
  })
  return { items }
}
