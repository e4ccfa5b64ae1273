import type { AnswerOf } from '@sidan/types/endpoint'
import type { getTeam, listMyTeams, listTeams, TeamKind, TeamRank } from '@sidan/types/teams'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { standingFieldsSql } from '../standing/reads.ts'
import type { Abilities } from '../standing/rules.ts'
import { othersMayRead } from '../word-checks/rules.ts'
import { seesEverybody, teamActions } from './rules.ts'

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

interface Row
  extends Pick<
    TeamAnswer,
    'teamId' | 'name' | 'level' | 'kind' | 'skills' | 'unit' | 'parent' | 'children' | 'memberCount'
  > {
  instituteId: string | null
  platformCode: string | null
  pageWords: string | null
  wordsState: string | null
  wordsById: string | null
  people: { personId: string; displayName: string; rank: TeamRank; showsName: boolean; skills: string[] }[]
  mine: { rank: TeamRank; showsName: boolean } | null
  namedAs: 'deputy' | 'leader' | null
  requestId: string | null
}

// People: those who lead first, then by name; a page is not for more than some hundreds.
const pageSql = `select t.id as "teamId", t.name, t.level, t.kind, t.platform_code as "platformCode", t.page_words as "pageWords",
    json_build_object('unitId', u.id, 'name', u.name, 'tier', u.tier) as unit, u.institute_id as "instituteId",
    (select coalesce(json_agg(json_build_object('code', s.code, 'name', s.name) order by s.code), '[]') from skills s
      where s.county_id = t.county_id and s.code = any (t.skills)) as skills,
    (select json_build_object('teamId', a.id, 'name', a.name) from teams a where a.county_id = t.county_id and a.id = t.parent_id) as parent,
    (select coalesce(json_agg(json_build_object('teamId', b.id, 'name', b.name) order by b.code), '[]') from teams b
      where b.county_id = t.county_id and b.parent_id = t.id and b.active) as children,
    c.state as "wordsState", c.author_id as "wordsById",
    (select count(*)::int from team_members m join people p on p.county_id = m.county_id and p.id = m.person_id and p.closed_at is null
      where m.county_id = t.county_id and m.team_id = t.id) as "memberCount",
    (select coalesce(json_agg(x order by x.rank, x.name_pinyin, x."personId"), '[]') from (
      select p.id as "personId", p.display_name as "displayName", m.rank, m.shows_name as "showsName", p.name_pinyin,
        array(select s.name from skills s where s.county_id = m.county_id and s.code = any (v.skills) order by s.code) as skills
      from team_members m
      join people p on p.county_id = m.county_id and p.id = m.person_id and p.closed_at is null
      left join volunteers v on v.county_id = p.county_id and v.person_id = p.id and v.active
      where m.county_id = t.county_id and m.team_id = t.id order by m.rank <> 'leader', m.rank <> 'deputy', p.name_pinyin, p.id limit 500) x) as people,
    (select json_build_object('rank', m.rank, 'showsName', m.shows_name) from team_members m
      where m.county_id = t.county_id and m.team_id = t.id and m.person_id = $3) as mine,
    (select n.rank from team_namings n where n.county_id = t.county_id and n.team_id = t.id and n.person_id = $3) as "namedAs",
    (select r.id from team_requests r where r.county_id = t.county_id and r.team_id = t.id and r.person_id = $3 and r.state = 'waiting') as "requestId"
  from teams t
  join units u on u.county_id = t.county_id and u.id = t.unit_id
  left join word_checks c on c.county_id = t.county_id and c.subject_id = t.id and c.kind = 'teamWords'
  where t.county_id = $1 and t.id = $2 and t.active`

const order: TeamRank[] = ['leader', 'deputy', 'member']

/** A team's page as the caller may see it (rule-07). */
export async function readTeam(tx: Tx, actor: Actor, teamId: string): Promise<TeamAnswer> {
  const [row] = await tx.rows<Row>({ name: 'teams.one', text: pageSql, values: [tx.countyId, teamId, actor.personId] })
  if (!row) return refuse('not-found')
  const { instituteId, platformCode, pageWords, wordsState, wordsById, people, mine, namedAs, requestId, ...team } = row
  const place = { id: team.teamId, unitId: team.unit.unitId, instituteId }
  const everybody = seesEverybody(actor, place)
  const ranked = people.sort((a, b) => order.indexOf(a.rank) - order.indexOf(b.rank))
  const members = ranked
    .filter((one) => everybody || (mine && (one.showsName || one.rank !== 'member' || one.personId === actor.personId)))
    .map(({ personId, displayName, rank, skills }) => ({
      personId,
      displayName,
      rank,
      leads: rank !== 'member',
      skills,
    }))
  const leaders = ranked.flatMap(({ personId, displayName, rank }) =>
    rank === 'member' ? [] : [{ personId, displayName, rank }],
  )
  const standing = { rank: mine?.rank ?? null, named: namedAs !== null, asked: requestId !== null }
  return {
    ...team,
    platform: await platformOf(tx, actor, platformCode),
    words: wordsById === actor.personId || othersMayRead(wordsState) ? pageWords : null,
    leaders,
    leaderNames: leaders.map((one) => one.displayName),
    members,
    you: { rank: standing.rank, showsName: mine?.showsName ?? false, namedAs, requestId },
    allowedActions: teamActions(actor, place, standing),
  }
}

async function platformOf(tx: Tx, actor: Actor, code: string | null) {
  if (code === null) return null
  const { platforms } = await policyOf(tx, actor.policyVersion)
  const name = platforms.find((one) => one.code === code)?.name
  return name === undefined ? null : { code, name }
}

/** Teams the caller belongs to, was named to lead, or asked to join. */
export async function readMyTeams(tx: Tx, actor: Actor): Promise<AnswerOf<typeof listMyTeams>> {
  const items = await tx.rows<AnswerOf<typeof listMyTeams>['items'][number]>({
    name: 'teams.mine',
    text: `select t.id as "teamId", t.name, m.rank, coalesce(m.rank <> 'member', false) as leads, n.rank as "namedAs", r.id is not null as asked,
        case when m.rank <> 'member' then (select count(*)::int from team_requests w where w.county_id = t.county_id and w.team_id = t.id and w.state = 'waiting')
          else 0 end as "waitingCount"
      from teams t
      left join team_members m on m.county_id = t.county_id and m.team_id = t.id and m.person_id = $2
      left join team_namings n on n.county_id = t.county_id and n.team_id = t.id and n.person_id = $2
      left join team_requests r on r.county_id = t.county_id and r.team_id = t.id and r.person_id = $2 and r.state = 'waiting'
      where t.county_id = $1 and t.active and t.id in (
        select team_id from team_members where county_id = $1 and person_id = $2
        union select team_id from team_namings where county_id = $1 and person_id = $2
        union select team_id from team_requests where county_id = $1 and person_id = $2 and state = 'waiting')
      order by t.code limit 100`,
    values: [tx.countyId, actor.personId],
  })
  return { items }
}

interface Asked {
  unitId?: string | undefined
  parentId?: string | undefined
  kind?: TeamKind | undefined
  platform?: string | undefined
  name?: string | undefined
  cursor?: string | undefined
  limit: number
}

type Line = AnswerOf<typeof listTeams>['items'][number]

/** Teams by their unit's code, never by rank (rule-30). A unit stands for what lies below it as well. */
export async function readTeams(tx: Tx, actor: Actor, asked: Asked): Promise<AnswerOf<typeof listTeams>> {
  const after = unpackCursor(asked.cursor, 'word', 'id')
  const { platforms } = await policyOf(tx, actor.policyVersion)
  const rows = await tx.rows<Omit<Line, 'platformName'> & { platformCode: string | null; unitCode: string }>({
    name: 'teams.list',
    text: `select t.id as "teamId", t.name, t.level, t.kind, t.platform_code as "platformCode", u.code as "unitCode",
        json_build_object('unitId', u.id, 'name', u.name, 'tier', u.tier) as unit,
        (select count(*)::int from team_members m where m.county_id = t.county_id and m.team_id = t.id) as "memberCount",
        (select count(*)::int from teams b where b.county_id = t.county_id and b.parent_id = t.id and b.active) as "childCount"
      from teams t join units u on u.county_id = t.county_id and u.id = t.unit_id
      where t.county_id = $1 and t.active
        and ($2::uuid is null or t.unit_id = $2 or u.institute_id = $2 or exists (select 1 from units c where c.county_id = $1 and c.id = $2 and c.tier = 'center'))
        and ($3::uuid is null or t.parent_id = $3) and ($4::text is null or t.kind = $4) and ($5::text is null or t.platform_code = $5)
        and ($6::text is null or position($6 in t.name) > 0)
        and ($7::text is null or (u.code, t.id) > ($7, $8::uuid))
      order by u.code, t.id limit $9`,
    values: [
      tx.countyId,
      asked.unitId ?? null,
      asked.parentId ?? null,
      asked.kind ?? null,
      asked.platform ?? null,
      asked.name ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      asked.limit + 1,
    ],
  })
  return pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.unitCode, row.teamId),
    ({ platformCode, unitCode: _, ...line }) => ({
      ...line,
      platformName: platforms.find((one) => one.code === platformCode)?.name ?? null,
    }),
  )
}
