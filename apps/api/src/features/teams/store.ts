import type { TeamKind, TeamLevel } from '@sidan/types/teams'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../platform/db.ts'
import { teamMembers, teams } from './table.ts'

export interface TeamRow {
  id: string
  name: string
  unitId: string
  instituteId: string | null
  parentId: string | null
  joinCodeNo: number
}

/** `share`: it stays as it is meanwhile; `change`: nobody else changes it or its people; `close`: nothing new refers to it either. */
const locks = { share: 'for share of t', change: 'for no key update of t', close: 'for update of t' }

/** A team that is not closed, locked. */
export async function lockTeam(tx: Tx, teamId: string, how: keyof typeof locks): Promise<TeamRow | undefined> {
  const [row] = await tx.rows<TeamRow>({
    name: `teams.lock-${how}`,
    text: `select t.id, t.name, t.unit_id as "unitId", u.institute_id as "instituteId", t.parent_id as "parentId", t.join_code_no as "joinCodeNo"
      from teams t join units u on u.county_id = t.county_id and u.id = t.unit_id
      where t.county_id = $1 and t.id = $2 and t.active ${locks[how]}`,
    values: [tx.countyId, teamId],
  })
  return row
}

/** One change of the tree at a time in a county: two at once could make a circle that neither of them sees. Always taken before a team's lock. */
export async function lockTree(tx: Tx): Promise<void> {
  await tx.rows({
    name: 'teams.tree',
    text: `select 1 from units where county_id = $1 and tier = 'center' for no key update`,
    values: [tx.countyId],
  })
}

/** A team and those above it, from itself to the root; empty when it does not exist. */
export async function findChain(tx: Tx, teamId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>({
    name: 'teams.chain',
    text: `with recursive chain as (
        select id, parent_id, 1 as no from teams where county_id = $1 and id = $2 and active
        union all select t.id, t.parent_id, c.no + 1 from chain c join teams t on t.county_id = $1 and t.id = c.parent_id where c.no < 20)
      select id from chain order by no`,
    values: [tx.countyId, teamId],
  })
  return rows.map((row) => row.id)
}

/** How many of these skills the county has. */
export async function countSkills(tx: Tx, codes: string[]): Promise<number> {
  const [row] = await tx.rows<{ count: number }>({
    name: 'teams.skills',
    text: 'select count(*)::int as count from skills where county_id = $1 and code = any ($2)',
    values: [tx.countyId, codes],
  })
  return row?.count ?? 0
}

export interface Written {
  name: string
  level: TeamLevel
  kind: TeamKind
  platformCode: string | null
  skills: string[]
  parentId: string | null
  pageWords: string | null
}

export async function insertTeam(
  tx: Tx,
  team: Omit<Written, 'pageWords'> & { id: string; code: string; unitId: string },
): Promise<void> {
  await tx.db.insert(teams).values({ ...team, countyId: tx.countyId, active: true })
}

export async function saveTeam(tx: Tx, teamId: string, changed: Partial<Written>): Promise<void> {
  if (Object.keys(changed).length === 0) return
  await tx.db
    .update(teams)
    .set(changed)
    .where(and(eq(teams.countyId, tx.countyId), eq(teams.id, teamId)))
}

/** Whether an order that was sent to a team, or that it accepted, is not over. */
export async function hasOpenOrders(tx: Tx, teamId: string): Promise<boolean> {
  const rows = await tx.rows({
    name: 'teams.open-orders',
    text: `select 1 from orders where county_id = $1 and ((state = 'dispatched' and target_team_id = $2)
        or (state in ('accepted', 'inService') and assignee_team_id = $2)) limit 1`,
    values: [tx.countyId, teamId],
  })
  return rows.length > 0
}

/** Closes it; what stood below it stands below what was above it. Returns its members. */
export async function endTeam(tx: Tx, team: TeamRow): Promise<string[]> {
  const rows = await tx.rows<{ person_id: string }>({
    name: 'teams.close',
    text: `with closed as (update teams set active = false, join_code_hash = null where county_id = $1 and id = $2),
      moved as (update teams set parent_id = $3 where county_id = $1 and parent_id = $2),
      asked as (update team_requests set state = 'over' where county_id = $1 and team_id = $2 and state = 'waiting'),
      named as (delete from team_namings where county_id = $1 and team_id = $2)
      select person_id from team_members where county_id = $1 and team_id = $2`,
    values: [tx.countyId, team.id, team.parentId],
  })
  return rows.map((row) => row.person_id)
}

/** Adds a member, or changes how a member stands. */
export async function saveMember(
  tx: Tx,
  member: { teamId: string; personId: string; rank: 'member' | 'deputy' | 'leader'; showsName?: boolean },
): Promise<void> {
  const { rank, showsName } = member
  await tx.db
    .insert(teamMembers)
    .values({ ...member, countyId: tx.countyId, joinedAt: tx.now })
    .onConflictDoUpdate({
      target: [teamMembers.countyId, teamMembers.teamId, teamMembers.personId],
      set: { rank, ...(showsName === undefined ? {} : { showsName }) },
    })
}
