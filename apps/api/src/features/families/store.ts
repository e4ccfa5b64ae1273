import { parseShortCode } from '@sidan/types/short-codes'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { makeShortCode } from '../../platform/short-code.ts'
import { codeUntil } from './rules.ts'
import { familyMembers } from './table.ts'

/** Draws a family's code; one that is taken is drawn again. */
async function insertFamily(tx: Tx, familyId: string): Promise<void> {
  const rows = await tx.rows({
    name: 'families.insert',
    text: `insert into families (county_id, id, code, code_by, founded_at) values ($1, $2, $3, $4, $5)
      on conflict (county_id, code) do nothing returning 1`,
    values: [tx.countyId, familyId, makeShortCode(8), codeUntil(tx.now), tx.now],
  })
  if (rows.length === 0) await insertFamily(tx, familyId)
}

/** A family with one person in it; false when they are in one already. */
export async function insertFounded(tx: Tx, familyId: string, personId: string, shares: boolean): Promise<boolean> {
  await insertFamily(tx, familyId)
  return insertMember(tx, familyId, personId, shares)
}

/** Adds somebody; whether the others may use their points is theirs to say. False when they are in a family already. */
export async function insertMember(tx: Tx, familyId: string, personId: string, shares = false): Promise<boolean> {
  const made = await tx.db
    .insert(familyMembers)
    .values({ countyId: tx.countyId, id: newId(), familyId, personId, shares, joinedAt: tx.now })
    .onConflictDoNothing()
    .returning({ id: familyMembers.id })
  return made.length === 1
}

/** A family by the code that somebody typed, locked: of two who take the last place one does. */
export async function lockByCode(tx: Tx, typed: string): Promise<{ id: string; memberCount: number } | undefined> {
  const code = parseShortCode(typed)
  if (code === null) return undefined
  const [family] = await tx.rows<{ id: string }>({
    name: 'families.lock-code',
    text: 'select id from families where county_id = $1 and code = $2 and code_by > $3 for no key update',
    values: [tx.countyId, code, tx.now],
  })
  if (!family) return undefined
  const [counted] = await tx.rows<{ count: number }>({
    name: 'families.count',
    text: 'select count(*)::int as count from family_members where county_id = $1 and family_id = $2 and left_at is null',
    values: [tx.countyId, family.id],
  })
  return { id: family.id, memberCount: counted?.count ?? 0 }
}

/** The membership that somebody has now, locked: whoever exchanges with their points waits, or is waited for. */
export async function lockMembership(tx: Tx, personId: string): Promise<{ id: string; familyId: string } | undefined> {
  const [row] = await tx.rows<{ id: string; familyId: string }>({
    name: 'families.lock-membership',
    text: `select id, family_id as "familyId" from family_members where county_id = $1 and person_id = $2 and left_at is null for update`,
    values: [tx.countyId, personId],
  })
  return row
}

export async function saveShares(tx: Tx, membershipId: string, shares: boolean): Promise<void> {
  const text = 'update family_members set shares = $3 where county_id = $1 and id = $2'
  await tx.rows({ name: 'families.shares', text, values: [tx.countyId, membershipId, shares] })
}

export async function endMembership(tx: Tx, membershipId: string): Promise<void> {
  const text = 'update family_members set left_at = $3 where county_id = $1 and id = $2'
  await tx.rows({ name: 'families.leave', text, values: [tx.countyId, membershipId, tx.now] })
}

/** A new code; one that is taken is drawn again. */
export async function renewCode(tx: Tx, familyId: string): Promise<void> {
  const rows = await tx.rows({
    name: 'families.renew',
    text: `update families set code = $3, code_by = $4 where county_id = $1 and id = $2
      and not exists (select 1 from families f where f.county_id = $1 and f.code = $3) returning 1`,
    values: [tx.countyId, familyId, makeShortCode(8), codeUntil(tx.now)],
  })
  if (rows.length === 0) await renewCode(tx, familyId)
}

/** How somebody is tied to another whose points they want to use; neither leaves, and nothing about it changes, before this transaction ends. */
export async function lockTie(
  tx: Tx,
  personId: string,
  otherId: string,
): Promise<{ sameFamily: boolean; shares: boolean } | undefined> {
  const rows = await tx.rows<{ personId: string; familyId: string; shares: boolean }>({
    name: 'families.lock-tie',
    text: `select person_id as "personId", family_id as "familyId", shares from family_members
      where county_id = $1 and person_id in ($2, $3) and left_at is null order by id for share`,
    values: [tx.countyId, personId, otherId],
  })
  const [mine, theirs] = [personId, otherId].map((id) => rows.find((row) => row.personId === id))
  return theirs && { sameFamily: mine?.familyId === theirs.familyId, shares: theirs.shares }
}
