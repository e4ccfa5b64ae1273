import type { AnswerOf } from '@sidan/types/endpoint'
import type { answerJoinRequest, getTeamCode, listJoinRequests, tellMembers } from '@sidan/types/memberships'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { mayLead } from '../teams/rules.ts'
import { lockTeam } from '../teams/store.ts'
import { codeSubject, teamCodeOf } from './rules.ts'
import { findCodeNo } from './store.ts'

type Request = AnswerOf<typeof answerJoinRequest>
type Row = Omit<Request, 'askedAt'> & { askedAt: Date }

const select = `select r.id as "requestId", json_build_object('teamId', t.id, 'name', t.name) as team,
    json_build_object('personId', p.id, 'displayName', p.display_name) as person, r.state, r.reason_code as reason, r.asked_at as "askedAt"
  from team_requests r
  join teams t on t.county_id = r.county_id and t.id = r.team_id
  join people p on p.county_id = r.county_id and p.id = r.person_id`
const shown = (row: Row): Request => ({ ...row, askedAt: row.askedAt.toISOString() })

/** A request as it stands, after it was made, answered or taken back. */
export async function readRequest(tx: Tx, requestId: string): Promise<Request> {
  const [row] = await tx.rows<Row>({
    name: 'memberships.request',
    text: `${select} where r.county_id = $1 and r.id = $2`,
    values: [tx.countyId, requestId],
  })
  return row ? shown(row) : refuse('not-found')
}

/** Requests that wait, oldest first. */
export async function readRequests(tx: Tx, actor: Actor, teamId: string): Promise<AnswerOf<typeof listJoinRequests>> {
  await orRefuseLeading(tx, actor, teamId)
  const rows = await tx.rows<Row>({
    name: 'memberships.requests',
    text: `${select} where r.county_id = $1 and r.team_id = $2 and r.state = 'waiting' and p.closed_at is null order by r.asked_at, r.id limit 200`,
    values: [tx.countyId, teamId],
  })
  return { items: rows.map(shown) }
}

/** A team's code as it is now, for who may show it to others. */
export async function readCode(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  teamId: string,
): Promise<AnswerOf<typeof getTeamCode>> {
  await orRefuseLeading(tx, actor, teamId)
  const no = await findCodeNo(tx, teamId)
  return { teamId, code: no === null ? null : teamCodeOf(crypto.deriveSecret('team-code', codeSubject(teamId, no))) }
}

async function orRefuseLeading(tx: Tx, actor: Actor, teamId: string): Promise<void> {
  const team = await lockTeam(tx, teamId, 'share')
  if (!team) return refuse('not-found')
  orRefuseTrue(mayLead(actor, team))
}

/** What came of a message. */
export async function readTold(tx: Tx, messageId: string): Promise<AnswerOf<typeof tellMembers>> {
  const [row] = await tx.rows<{ toldCount: number }>({
    name: 'memberships.told',
    text: `select (select count(*)::int from team_members n where n.county_id = m.county_id and n.team_id = m.team_id and n.person_id <> m.author_id) as "toldCount"
      from team_messages m where m.county_id = $1 and m.id = $2`,
    values: [tx.countyId, messageId],
  })
  return row ? { messageId, toldCount: row.toldCount } : refuse('not-found')
}
