/** One's own data: all of it, or how much there is of each, and what closing the account would bring about. */
import type { AnswerOf } from '@sidan/types/endpoint'
import { DataSection, type exportMyData, type getMyData } from '@sidan/types/my-data'
import * as z from 'zod/mini'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { readAffiliation } from '../affiliations/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { type Found, found, isFound, sections } from './store.ts'

const Sealed = z.object({ sealed: z.string(), table: z.string(), column: z.string(), id: z.string() })
type Rows = Record<string, unknown>[]

/** What is held, opened. */
const opened = (rows: Rows, crypto: Crypto, countyId: number) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => {
        const found = z.safeParse(Sealed, value)
        if (!found.success) return [key, value]
        const { sealed: text, ...place } = found.data
        return [key, crypto.open(Buffer.from(text, 'base64'), { countyId, ...place })]
      }),
    ),
  ) as AnswerOf<typeof exportMyData>['sections'][number]['rows'] // the reply's schema holds every cell to it

/** What somebody registered for 双报到, as rows. */
async function memberRows(tx: Tx, actor: Actor, crypto: Crypto) {
  const held = await readAffiliation(tx, crypto, actor.personId)
  return held ? [{ ...held, department: held.department.name, station: held.station.name }] : []
}

/** Everything, in one statement, so that it is of one moment; beside it what no query finds. */
export async function readExport(tx: Tx, actor: Actor, crypto: Crypto): Promise<AnswerOf<typeof exportMyData>> {
  const parts = found.map(
    (section) => `'${section}', coalesce((select json_agg(x) from (${sections[section]}) x), '[]')`,
  )
  const [row] = await tx.rows<{ held: Record<Found, Rows>; countyName: string }>({
    name: 'my-data.export',
    text: `select json_build_object(${parts.join(', ')}) as held, c.name as "countyName" from counties c where c.county_id = $1::int and $2::uuid is not null`,
    values: [tx.countyId, actor.personId],
  })
  if (!row) return refuse('not-found')
  const member = await memberRows(tx, actor, crypto)
  return {
    exportedAt: tx.now.toISOString(),
    countyName: row.countyName,
    sections: DataSection.options.map((section) => ({
      section,
      rows: isFound(section) ? opened(row.held[section], crypto, tx.countyId) : member,
    })),
  }
}

const closingSql = `json_build_object(
    'openOrders', (select count(*) from orders where county_id = $1 and requester_id = $2 and requester_kind <> 'proxy'
      and state in ('submitted', 'triaged', 'dispatched', 'accepted', 'returned', 'reopened')),
    'acceptedOrders', (select count(*) from orders where county_id = $1 and assignee_id = $2 and state = 'accepted'),
    'signups', (select count(*) from signups where county_id = $1 and person_id = $2 and state in ('asked', 'confirmed', 'waiting') and ends_at > $3),
    'pairings', (select count(*) from pairings where county_id = $1 and (volunteer_id = $2 or household_person_id = $2) and state in ('asked', 'going')),
    'heldVouchers', (select count(*) from redemptions where county_id = $1 and person_id = $2 and state = 'held'),
    'points', coalesce((select sum(balance) from accounts where county_id = $1 and person_id = $2 and code in ('available', 'held')), 0),
    'roles', (select count(*) from role_grants where county_id = $1 and person_id = $2 and ended_at is null),
    'teams', (select count(*) from team_members where county_id = $1 and person_id = $2))`

/** What is held, counted, and what closing would bring about. */
export async function readMyData(tx: Tx, actor: Actor, crypto: Crypto): Promise<AnswerOf<typeof getMyData>> {
  const counts = found.map((section) => `'${section}', (select count(*) from (${sections[section]}) x)`)
  const [row] = await tx.rows<{
    person: Record<string, unknown>
    counts: Record<Found, number>
    closing: AnswerOf<typeof getMyData>['closing']
  }>({
    name: 'my-data.look',
    text: `select (select row_to_json(x) from (${sections.person}) x) as person, json_build_object(${counts.join(', ')}) as counts, ${closingSql} as closing`,
    values: [tx.countyId, actor.personId, tx.now],
  })
  const [person] = row ? opened([row.person], crypto, tx.countyId) : []
  if (!row || !person) return refuse('not-found')
  const member = await memberRows(tx, actor, crypto)
  const word = (key: string) => (typeof person[key] === 'string' ? person[key] : null)
  return {
    displayName: word('displayName') ?? '',
    fullName: word('fullName'),
    address: word('address'),
    phone: word('phone'),
    homeStationName: word('homeStation'),
    since: new Date(word('since') ?? tx.now).toISOString(),
    sections: DataSection.options.map((section) => ({
      section,
      count: isFound(section) ? row.counts[section] : member.length,
    })),
    closing: row.closing,
  }
}
