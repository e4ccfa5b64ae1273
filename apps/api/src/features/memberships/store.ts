import type { JoinReason } from '@sidan/types/memberships'
import type { LeadingRank, TeamRank } from '@sidan/types/teams'
import type { Tx } from '../../platform/db.ts'

export interface RequestRow {
  id: string
  teamId: string
  teamName: string
  personId: string
  showsName: boolean
  state: string
}

/** A request, locked. */
export async function lockRequest(tx: Tx, requestId: string): Promise<RequestRow | undefined> {
  const [row] = await tx.rows<RequestRow>({
    name: 'memberships.lock-request',
    text: `select r.id, r.team_id as "teamId", t.name as "teamName", r.person_id as "personId", r.shows_name as "showsName", r.state
      from team_requests r join teams t on t.county_id = r.county_id and t.id = r.team_id
      where r.county_id = $1 and r.id = $2 for no key update of r`,
    values: [tx.countyId, requestId],
  })
  return row
}

/** Adds a request; false when one of theirs waits already. */
export async function insertRequest(
  tx: Tx,
  request: { id: string; teamId: string; personId: string; showsName: boolean },
): Promise<boolean> {
  const rows = await tx.rows({
    name: 'memberships.ask',
    text: `insert into team_requests (county_id, id, team_id, person_id, shows_name, state, asked_at) values ($1, $2, $3, $4, $5, 'waiting', $6)
      on conflict do nothing returning id`,
    values: [tx.countyId, request.id, request.teamId, request.personId, request.showsName, tx.now],
  })
  return rows.length === 1
}

export async function saveAnswer(
  tx: Tx,
  requestId: string,
  answer: { state: 'accepted' | 'refused' | 'cancelled'; reason: JoinReason | null; byId: string | null },
): Promise<void> {
  await tx.rows({
    name: 'memberships.answer',
    text: `update team_requests set state = $3, reason_code = $4, answered_by_id = $5, answered_at = $6 where county_id = $1 and id = $2`,
    values: [tx.countyId, requestId, answer.state, answer.reason, answer.byId, tx.now],
  })
}

/** Who came in by another way has no request waiting any more. */
export async function endRequests(tx: Tx, teamId: string, personId: string): Promise<void> {
  await tx.rows({
    name: 'memberships.over',
    text: `update team_requests set state = 'over' where county_id = $1 and team_id = $2 and person_id = $3 and state = 'waiting'`,
    values: [tx.countyId, teamId, personId],
  })
}

/** Somebody's rank in a team; undefined when they are not in it. */
export async function findRank(tx: Tx, teamId: string, personId: string): Promise<TeamRank | undefined> {
  const [row] = await tx.rows<{ rank: TeamRank }>({
    name: 'memberships.rank',
    text: 'select rank from team_members where county_id = $1 and team_id = $2 and person_id = $3',
    values: [tx.countyId, teamId, personId],
  })
  return row?.rank
}

/** Those who lead a team now. */
export async function findLeading(tx: Tx, teamId: string): Promise<string[]> {
  const rows = await tx.rows<{ person_id: string }>({
    name: 'memberships.leading',
    text: `select m.person_id from team_members m join people p on p.county_id = m.county_id and p.id = m.person_id and p.closed_at is null
      where m.county_id = $1 and m.team_id = $2 and m.rank <> 'member'`,
    values: [tx.countyId, teamId],
  })
  return rows.map((row) => row.person_id)
}

/** Everybody in a team. */
export async function findEverybody(tx: Tx, teamId: string): Promise<string[]> {
  const rows = await tx.rows<{ person_id: string }>({
    name: 'memberships.everybody',
    text: 'select person_id from team_members where county_id = $1 and team_id = $2',
    values: [tx.countyId, teamId],
  })
  return rows.map((row) => row.person_id)
}

/** Adds somebody who is not in it yet, or leaves who is in it as they are. */
export async function addMember(
  tx: Tx,
  member: { teamId: string; personId: string; showsName: boolean },
): Promise<void> {
  await tx.rows({
    name: 'memberships.add',
    text: `insert into team_members (county_id, team_id, person_id, rank, shows_name, joined_at) values ($1, $2, $3, 'member', $4, $5) on conflict do nothing`,
    values: [tx.countyId, member.teamId, member.personId, member.showsName, tx.now],
  })
}

/** Takes somebody out of a team, with a naming that waits; false when they are not in it. */
export async function removeMember(tx: Tx, teamId: string, personId: string): Promise<boolean> {
  const rows = await tx.rows({
    name: 'memberships.remove',
    text: `with named as (delete from team_namings where county_id = $1 and team_id = $2 and person_id = $3)
      delete from team_members where county_id = $1 and team_id = $2 and person_id = $3 returning person_id`,
    values: [tx.countyId, teamId, personId],
  })
  return rows.length === 1
}

/** Whether fellow members read the name; false when they are not in it. */
export async function saveShowsName(tx: Tx, teamId: string, personId: string, showsName: boolean): Promise<boolean> {
  const rows = await tx.rows({
    name: 'memberships.shows-name',
    text: 'update team_members set shows_name = $4 where county_id = $1 and team_id = $2 and person_id = $3 returning person_id',
    values: [tx.countyId, teamId, personId, showsName],
  })
  return rows.length === 1
}

/** The team of a code, which stays as it is until the transaction ends: a code renewed meanwhile finds nothing. */
export async function lockByCode(tx: Tx, codeHash: Buffer): Promise<string | undefined> {
  const [row] = await tx.rows<{ id: string }>({
    name: 'memberships.by-code',
    text: 'select id from teams where county_id = $1 and join_code_hash = $2 and active for share',
    values: [tx.countyId, codeHash],
  })
  return row?.id
}

/** Which code a team has now, by its number; null when it has none. */
export async function findCodeNo(tx: Tx, teamId: string): Promise<number | null> {
  const [row] = await tx.rows<{ no: number | null }>({
    name: 'memberships.code-no',
    text: 'select case when join_code_hash is not null then join_code_no end as no from teams where county_id = $1 and id = $2',
    values: [tx.countyId, teamId],
  })
  return row?.no ?? null
}

export async function saveCode(tx: Tx, teamId: string, no: number, hash: Buffer | null): Promise<void> {
  await tx.rows({
    name: 'memberships.code',
    text: 'update teams set join_code_no = $3, join_code_hash = $4 where county_id = $1 and id = $2',
    values: [tx.countyId, teamId, no, hash],
  })
}

/** An active volunteer of the county. */
export async function findVolunteer(tx: Tx, personId: string): Promise<boolean> {
  const rows = await tx.rows({
    name: 'memberships.volunteer',
    text: `select 1 from volunteers v join people p on p.county_id = v.county_id and p.id = v.person_id and p.closed_at is null
      where v.county_id = $1 and v.person_id = $2 and v.active`,
    values: [tx.countyId, personId],
  })
  return rows.length === 1
}

/** Somebody is asked to lead; a later naming takes the place of an earlier one. */
export async function saveNaming(
  tx: Tx,
  naming: { teamId: string; personId: string; rank: LeadingRank; byId: string },
): Promise<void> {
  await tx.rows({
    name: 'memberships.name',
    text: `insert into team_namings (county_id, team_id, person_id, rank, named_by_id, named_at) values ($1, $2, $3, $4, $5, $6)
      on conflict (county_id, team_id, person_id) do update set rank = $4, named_by_id = $5, named_at = $6`,
    values: [tx.countyId, naming.teamId, naming.personId, naming.rank, naming.byId, tx.now],
  })
}

/** Takes a naming off the table, whatever the answer: the rank it was for. */
export async function takeNaming(tx: Tx, teamId: string, personId: string): Promise<LeadingRank | undefined> {
  const [row] = await tx.rows<{ rank: LeadingRank }>({
    name: 'memberships.take-naming',
    text: 'delete from team_namings where county_id = $1 and team_id = $2 and person_id = $3 returning rank',
    values: [tx.countyId, teamId, personId],
  })
  return row?.rank
}

export async function insertMessage(
  tx: Tx,
  message: { id: string; teamId: string; authorId: string; words: string },
): Promise<void> {
  await tx.rows({
    name: 'memberships.message',
    text: 'insert into team_messages (county_id, id, team_id, author_id, words, at) values ($1, $2, $3, $4, $5, $6)',
    values: [tx.countyId, message.id, message.teamId, message.authorId, message.words, tx.now],
  })
}
