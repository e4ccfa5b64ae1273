import * as z from 'zod/mini'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'

const Held = z.strictObject({
  personId: z.string(),
  departmentId: z.string(),
  stationId: z.string(),
  noticeVersion: z.int(),
  registeredAt: z.string(),
})
export type Held = z.infer<typeof Held>

const keyOf = (tx: Tx, crypto: Crypto, personId: string) => crypto.blindIndex(tx.countyId, 'affiliation', personId)
const placeOf = (tx: Tx, key: Buffer) => ({
  countyId: tx.countyId,
  table: 'affiliations',
  column: 'sealed',
  id: key.toString('hex'),
})
const opened = (tx: Tx, crypto: Crypto, { key, sealed }: { key: Buffer; sealed: Buffer }): Held =>
  z.parse(Held, JSON.parse(crypto.open(sealed, placeOf(tx, key))))

/**
 * Keeps what somebody registered, in the place of what was there. Nothing of the person is locked: a lock leaves the transaction's number on their row, beside
 * this one's. Whether they closed their account meanwhile is asked afterwards, when whoever erases has let go of the place.
 */
export async function keepAffiliation(tx: Tx, crypto: Crypto, held: Held): Promise<'kept' | 'gone'> {
  const key = keyOf(tx, crypto, held.personId)
  await tx.rows({
    name: 'affiliations.keep',
    text: `insert into affiliations (county_id, person_key, sealed) values ($1, $2, $3)
      on conflict (county_id, person_key) do update set sealed = excluded.sealed`,
    values: [tx.countyId, key, crypto.seal(JSON.stringify(held), placeOf(tx, key))],
  })
  const [person] = await tx.rows({
    name: 'affiliations.person',
    text: 'select 1 from people where county_id = $1 and id = $2 and closed_at is null',
    values: [tx.countyId, held.personId],
  })
  return person ? 'kept' : 'gone'
}

/** Erases what somebody registered. The place is taken first, so that who registers at the same moment is waited for, and waits. */
export async function eraseAffiliation(tx: Tx, crypto: Crypto, personId: string): Promise<void> {
  const values = [tx.countyId, keyOf(tx, crypto, personId)]
  await tx.rows({
    name: 'affiliations.take',
    text: `insert into affiliations (county_id, person_key, sealed) values ($1, $2, '') on conflict do nothing`,
    values,
  })
  await tx.rows({
    name: 'affiliations.erase',
    text: 'delete from affiliations where county_id = $1 and person_key = $2',
    values,
  })
}

/** Erases everybody's: the county has no 双报到 any more, so there is nothing that it would be kept for. */
export async function eraseAllAffiliations(tx: Tx): Promise<void> {
  await tx.rows({ text: 'delete from affiliations where county_id = $1', values: [tx.countyId] })
}

/** What somebody registered, opened. */
export async function findAffiliation(tx: Tx, crypto: Crypto, personId: string): Promise<Held | undefined> {
  const key = keyOf(tx, crypto, personId)
  const [row] = await tx.rows<{ sealed: Buffer }>({
    name: 'affiliations.find',
    text: 'select sealed from affiliations where county_id = $1 and person_key = $2',
    values: [tx.countyId, key],
  })
  return row && opened(tx, crypto, { key, sealed: row.sealed })
}

/** Everybody's, opened: for the night that counts them, and nobody else. */
export async function openAllAffiliations(tx: Tx, crypto: Crypto): Promise<Held[]> {
  const rows = await tx.rows<{ key: Buffer; sealed: Buffer }>({
    text: 'select person_key as key, sealed from affiliations where county_id = $1',
    values: [tx.countyId],
  })
  return rows.map((row) => opened(tx, crypto, row))
}

/** Whether the two are a department and a station of the county that are open. */
export async function areDepartmentAndStation(tx: Tx, departmentId: string, stationId: string): Promise<boolean> {
  const rows = await tx.rows({
    name: 'affiliations.units',
    text: `select 1 from units where county_id = $1 and active
      and ((id = $2 and tier = 'department') or (id = $3 and tier = 'station'))`,
    values: [tx.countyId, departmentId, stationId],
  })
  return rows.length === 2
}
