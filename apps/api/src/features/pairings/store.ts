import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../platform/db.ts'
import type { PairingFacts } from './rules.ts'
import { pairingHouseholds, pairings, pairingVisits } from './table.ts'

/** The columns of a pairing's facts, from `pairings a` joined with its unit `u`. */
export const factsSql = `a.id, a.unit_id as "unitId", u.institute_id as "instituteId", a.volunteer_id as "volunteerId",
    a.household_person_id as "householdPersonId", a.state, a.every_days as "everyDays", a.next_visit_on as "nextVisitDay",
    (select coalesce(json_agg(json_build_object('personId', s.person_id, 'fromDay', s.from_day, 'untilDay', s.until_day, 'state', s.state) order by s.from_day), '[]')
      from pairing_substitutes s where s.county_id = a.county_id and s.pairing_id = a.id) as substitutes`

/** A pairing, locked. */
export async function lockPairing(tx: Tx, pairingId: string): Promise<PairingFacts | undefined> {
  const [row] = await tx.rows<PairingFacts>({
    name: 'pairings.lock',
    text: `select ${factsSql} from pairings a join units u on u.county_id = a.county_id and u.id = a.unit_id
      where a.county_id = $1 and a.id = $2 for no key update of a`,
    values: [tx.countyId, pairingId],
  })
  return row
}

/** Somebody with an open account, and whether they are an active volunteer. */
export async function findPerson(tx: Tx, personId: string): Promise<{ volunteer: boolean } | undefined> {
  const [row] = await tx.rows<{ volunteer: boolean }>({
    name: 'pairings.person',
    text: `select exists (select 1 from volunteers v where v.county_id = p.county_id and v.person_id = p.id and v.active) as volunteer
      from people p where p.county_id = $1 and p.id = $2 and p.closed_at is null`,
    values: [tx.countyId, personId],
  })
  return row
}

/** Adds a pairing; false when the two are paired already. */
export async function insertPairing(
  tx: Tx,
  row: Pick<
    typeof pairings.$inferInsert,
    'id' | 'unitId' | 'volunteerId' | 'householdPersonId' | 'everyDays' | 'nextVisitDay' | 'madeById'
  >,
): Promise<boolean> {
  const made = await tx.db
    .insert(pairings)
    .values({
      ...row,
      countyId: tx.countyId,
      state: 'asked',
      consentById: row.madeById,
      consentAt: tx.now,
      madeAt: tx.now,
    })
    .onConflictDoNothing()
    .returning({ id: pairings.id })
  return made.length === 1
}

export async function insertHousehold(
  tx: Tx,
  row: Omit<typeof pairingHouseholds.$inferInsert, 'countyId'>,
): Promise<void> {
  await tx.db.insert(pairingHouseholds).values({ ...row, countyId: tx.countyId })
}

export async function savePairing(
  tx: Tx,
  pairingId: string,
  changed: Partial<
    Pick<typeof pairings.$inferInsert, 'state' | 'answeredAt' | 'endedAt' | 'endedById' | 'nextVisitDay'>
  >,
): Promise<void> {
  await tx.db
    .update(pairings)
    .set(changed)
    .where(and(eq(pairings.countyId, tx.countyId), eq(pairings.id, pairingId)))
}

/** Forgets a household that was known by name and address alone. */
export async function eraseHousehold(tx: Tx, pairingId: string): Promise<void> {
  await tx.rows({
    name: 'pairings.erase',
    text: 'delete from pairing_households where county_id = $1 and pairing_id = $2',
    values: [tx.countyId, pairingId],
  })
}

/** Whether somebody went on an order. */
export async function wentOn(tx: Tx, orderId: string, personId: string): Promise<boolean> {
  const rows = await tx.rows({
    name: 'pairings.went',
    text: 'select 1 from order_goers where county_id = $1 and order_id = $2 and person_id = $3',
    values: [tx.countyId, orderId, personId],
  })
  return rows.length === 1
}

/** Adds a visit; false when this person's visit on that order was written down before. */
export async function insertVisit(
  tx: Tx,
  row: Omit<typeof pairingVisits.$inferInsert, 'countyId' | 'at'>,
): Promise<boolean> {
  const made = await tx.db
    .insert(pairingVisits)
    .values({ ...row, countyId: tx.countyId, at: tx.now })
    .onConflictDoNothing()
    .returning({ id: pairingVisits.id })
  return made.length === 1
}

/** Asks somebody to stand in; asking again takes the place of before. */
export async function saveSubstitute(
  tx: Tx,
  row: { pairingId: string; personId: string; fromDay: string; untilDay: string; byId: string },
): Promise<void> {
  await tx.rows({
    name: 'pairings.substitute',
    text: `insert into pairing_substitutes (county_id, pairing_id, person_id, from_day, until_day, state, named_by_id) values ($1, $2, $3, $4, $5, 'asked', $6)
      on conflict (county_id, pairing_id, person_id) do update set from_day = $4, until_day = $5, state = 'asked', named_by_id = $6`,
    values: [tx.countyId, row.pairingId, row.personId, row.fromDay, row.untilDay, row.byId],
  })
}

/** The answer of who was asked to stand in; false when nobody asked. */
export async function saveSubstituteAnswer(
  tx: Tx,
  pairingId: string,
  personId: string,
  accept: boolean,
): Promise<boolean> {
  const rows = await tx.rows({
    name: 'pairings.substitute-answer',
    text: `update pairing_substitutes set state = $4 where county_id = $1 and pairing_id = $2 and person_id = $3 and state = 'asked' returning person_id`,
    values: [tx.countyId, pairingId, personId, accept ? 'agreed' : 'declined'],
  })
  return rows.length === 1
}

export interface DueRow extends PairingFacts {
  toldDueDay: string | null
  toldOverdueDay: string | null
}

/** Pairings whose visit is due by `day`, some hundreds at a time, locked. */
export async function lockDue(tx: Tx, day: string, overdueBefore: string): Promise<DueRow[]> {
  return tx.rows<DueRow>({
    name: 'pairings.due',
    text: `select ${factsSql}, a.told_due_on as "toldDueDay", a.told_overdue_on as "toldOverdueDay"
      from pairings a join units u on u.county_id = a.county_id and u.id = a.unit_id
      where a.county_id = $1 and a.state = 'going' and a.next_visit_on <= $2
        and (a.told_due_on is distinct from a.next_visit_on or (a.next_visit_on < $3 and a.told_overdue_on is distinct from a.next_visit_on))
      order by a.next_visit_on, a.id limit 500 for no key update of a skip locked`,
    values: [tx.countyId, day, overdueBefore],
  })
}

/** Their visit day was told of. */
export async function markTold(tx: Tx, due: string[], overdue: string[]): Promise<void> {
  await tx.rows({
    name: 'pairings.told',
    text: `update pairings set told_due_on = next_visit_on, told_overdue_on = case when id = any ($3::uuid[]) then next_visit_on else told_overdue_on end
      where county_id = $1 and id = any ($2::uuid[])`,
    values: [tx.countyId, [...due, ...overdue], overdue],
  })
}
