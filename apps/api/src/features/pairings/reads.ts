import { civilDay } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { getPairing, listMyPairings, listPairings, revealHousehold } from '@sidan/types/pairings'
import type { Crypto } from '../../platform/crypto.ts'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { type Actor, deskOf } from '../roles/rules.ts'
import { othersMayRead } from '../word-checks/rules.ts'
import { isOverdue, mayReveal, type PairingFacts, pairingActions, viewerOf } from './rules.ts'
import { factsSql } from './store.ts'

type Answer = AnswerOf<typeof getPairing>

interface Line extends PairingFacts {
  unit: Answer['unit']
  volunteer: Answer['volunteer']
  householdName: string | null
  nameSealed: Buffer | null
}

interface Row extends Line {
  madeAt: Date
  names: Record<string, string>
  visits: (Answer['visits'][number] & { byId: string; wordsState: string | null })[]
}

const lineSql = `${factsSql}, json_build_object('unitId', u.id, 'name', u.name, 'tier', u.tier) as unit,
    json_build_object('personId', v.id, 'displayName', v.display_name) as volunteer, h.display_name as "householdName", k.name_sealed as "nameSealed"`
const fromSql = `from pairings a
  join units u on u.county_id = a.county_id and u.id = a.unit_id
  join people v on v.county_id = a.county_id and v.id = a.volunteer_id
  left join people h on h.county_id = a.county_id and h.id = a.household_person_id
  left join pairing_households k on k.county_id = a.county_id and k.pairing_id = a.id`

// Twenty visits are what a page shows; the minutes are those of the visitor's approved records on the visit's order.
const oneSql = `select ${lineSql}, a.made_at as "madeAt",
    (select coalesce(json_object_agg(p.id, p.display_name), '{}') from pairing_substitutes s join people p on p.county_id = s.county_id and p.id = s.person_id
      where s.county_id = a.county_id and s.pairing_id = a.id) as names,
    (select coalesce(json_agg(x order by x."visitedOn" desc, x."visitId" desc), '[]') from (
      select i.id as "visitId", i.visited_on as "visitedOn", i.by_id as "byId", p.display_name as "byName", i.words, i.order_id as "orderId", c.state as "wordsState",
        (select sum(r.clocked_minutes + r.declared_minutes)::int from service_records r
          where r.county_id = i.county_id and r.order_id = i.order_id and r.person_id = i.by_id and r.state = 'approved') as minutes
      from pairing_visits i
      join people p on p.county_id = i.county_id and p.id = i.by_id
      left join word_checks c on c.county_id = i.county_id and c.subject_id = i.id and c.kind = 'pairingVisit'
      where i.county_id = a.county_id and i.pairing_id = a.id order by i.visited_on desc, i.id desc limit 20) x) as visits
  ${fromSql} where a.county_id = $1 and a.id = $2`

const opener = (tx: Tx, crypto: Crypto, pairingId: string) => (column: string, sealed: Buffer | null) =>
  sealed ? crypto.open(sealed, { countyId: tx.countyId, table: 'pairing_households', column, id: pairingId }) : null

const shownLine = (tx: Tx, crypto: Crypto, row: Line) => ({
  pairingId: row.id,
  unit: row.unit,
  volunteer: row.volunteer,
  householdName: row.householdName ?? opener(tx, crypto, row.id)('name_sealed', row.nameSealed) ?? '',
  state: row.state,
  everyDays: row.everyDays,
  nextVisitOn: row.nextVisitDay,
  overdue: row.state === 'going' && isOverdue(row.nextVisitDay, civilDay(tx.now)),
})

/** A pairing, for the pair, the substitute for the time and staff above; others find nothing. */
export async function readPairing(tx: Tx, actor: Actor, crypto: Crypto, pairingId: string): Promise<Answer> {
  const [row] = await tx.rows<Row>({ name: 'pairings.one', text: oneSql, values: [tx.countyId, pairingId] })
  const today = civilDay(tx.now)
  if (!row || viewerOf(row, actor, today) === undefined) return refuse('not-found')
  return {
    ...shownLine(tx, crypto, row),
    madeAt: row.madeAt.toISOString(),
    visits: row.visits.map(({ byId, wordsState, words, ...visit }) => ({
      ...visit,
      words: byId === actor.personId || othersMayRead(wordsState) ? words : null,
    })),
    substitutes: row.substitutes.map((one) => ({ ...one, displayName: row.names[one.personId] ?? '' })),
    allowedActions: pairingActions(row, actor, today),
  }
}

/** The caller's own that go on: as volunteer, household or substitute for the time. */
export async function readMyPairings(tx: Tx, actor: Actor, crypto: Crypto): Promise<AnswerOf<typeof listMyPairings>> {
  const rows = await tx.rows<Line>({
    name: 'pairings.mine',
    text: `select ${lineSql} ${fromSql}
      where a.county_id = $1 and a.state in ('asked', 'going') and (a.volunteer_id = $2 or a.household_person_id = $2
        or a.id in (select s.pairing_id from pairing_substitutes s where s.county_id = $1 and s.person_id = $2 and s.until_day >= $3))
      order by a.next_visit_on, a.id limit 200`,
    values: [tx.countyId, actor.personId, civilDay(tx.now)],
  })
  const mine = rows.filter((row) => viewerOf(row, actor, civilDay(tx.now)) !== undefined)
  return { items: mine.map((row) => shownLine(tx, crypto, row)) }
}

/** Pairings of the caller's subtree that go on, the visit due first on top. */
export async function readPairings(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  asked: { cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listPairings>> {
  const desk = deskOf(actor)
  if (!desk) return refuse('not-allowed')
  const after = unpackCursor(asked.cursor, 'word', 'id')
  if (after && !/^\d{4}-\d{2}-\d{2}$/.test(String(after[0]))) refuse('invalid-request', 'cursor')
  const rows = await tx.rows<Line>({
    name: 'pairings.list',
    text: `select ${lineSql} ${fromSql}
      where a.county_id = $1 and a.state in ('asked', 'going') and ($2 = 'center' or u.institute_id = $3 or u.id = $3)
        and ($4::date is null or (a.next_visit_on, a.id) > ($4, $5::uuid))
      order by a.next_visit_on, a.id limit $6`,
    values: [tx.countyId, desk.tier, desk.unitId, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1],
  })
  return pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.nextVisitDay, row.id),
    (row) => shownLine(tx, crypto, row),
  )
}

/** Where the household lives, for who goes there now: a replay after it ended shows nothing. */
export async function readHousehold(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  pairingId: string,
): Promise<AnswerOf<typeof revealHousehold>> {
  const [row] = await tx.rows<
    Line & Record<'addressSealed' | 'phoneSealed' | 'ownAddress' | 'ownPhone', Buffer | null>
  >({
    name: 'pairings.household',
    text: `select ${lineSql}, k.address_sealed as "addressSealed", k.phone_sealed as "phoneSealed",
        h.address_sealed as "ownAddress", h.phone_sealed as "ownPhone" ${fromSql} where a.county_id = $1 and a.id = $2`,
    values: [tx.countyId, pairingId],
  })
  if (!row) return refuse('not-found')
  orRefuseTrue(mayReveal(row, actor, civilDay(tx.now)))
  const open = opener(tx, crypto, pairingId)
  const own = (column: string, sealed: Buffer | null) =>
    sealed && row.householdPersonId
      ? crypto.open(sealed, { countyId: tx.countyId, table: 'people', column, id: row.householdPersonId })
      : null
  return {
    pairingId,
    name: shownLine(tx, crypto, row).householdName,
    address: open('address_sealed', row.addressSealed) ?? own('address_sealed', row.ownAddress),
    phone: open('phone_sealed', row.phoneSealed) ?? own('phone_sealed', row.ownPhone),
  }
}
