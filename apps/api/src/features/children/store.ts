import type { Tx } from '../../platform/db.ts'

export interface ChildRow {
  id: string
  ageBand: 'under14' | 'from14' | 'from16'
  nameSealed: Buffer
  pickUpNamesSealed: Buffer
  pickUpCodeNo: number
  healthNoteSealed: Buffer | null
  registeredAt: Date
}

const select = `select id, age_band as "ageBand", name_sealed as "nameSealed", pick_up_names_sealed as "pickUpNamesSealed", pick_up_code_no as "pickUpCodeNo",
    health_note_sealed as "healthNoteSealed", registered_at as "registeredAt" from children`

/** How many children a guardian has; the guardian is locked, so that two registrations are counted one after the other. */
export async function countChildren(tx: Tx, guardianId: string): Promise<number> {
  await tx.rows({
    name: 'children.lock-guardian',
    text: 'select 1 from people where county_id = $1 and id = $2 for no key update',
    values: [tx.countyId, guardianId],
  })
  const [row] = await tx.rows<{ count: number }>({
    name: 'children.count',
    text: 'select count(*)::int as count from children where county_id = $1 and guardian_id = $2 and removed_at is null',
    values: [tx.countyId, guardianId],
  })
  return row?.count ?? 0
}

export async function insertChild(
  tx: Tx,
  child: Omit<ChildRow, 'registeredAt' | 'pickUpCodeNo'> & { guardianId: string; noticeVersion: number },
): Promise<void> {
  await tx.rows({
    name: 'children.insert',
    text: `insert into children (county_id, id, guardian_id, name_sealed, age_band, pick_up_names_sealed, pick_up_code_no, notice_version, data_consent_at,
        health_note_sealed, health_consent_at, registered_at)
      values ($1, $2, $3, $4, $5, $6, 1, $7, $8, $9, case when $9::bytea is null then null else $8::timestamptz end, $8)`,
    values: [
      tx.countyId,
      child.id,
      child.guardianId,
      child.nameSealed,
      child.ageBand,
      child.pickUpNamesSealed,
      child.noticeVersion,
      tx.now,
      child.healthNoteSealed,
    ],
  })
}

/** A guardian's own children, in the order they were registered. */
export const findChildren = (tx: Tx, guardianId: string): Promise<ChildRow[]> =>
  tx.rows({
    name: 'children.mine',
    text: `${select} where county_id = $1 and guardian_id = $2 and removed_at is null order by registered_at, id`,
    values: [tx.countyId, guardianId],
  })

/** Children by id, whoever registered them; those removed are left out. */
export const findChildrenById = (tx: Tx, ids: string[]): Promise<ChildRow[]> =>
  tx.rows({
    name: 'children.by-id',
    text: `${select} where county_id = $1 and id = any ($2::uuid[]) and removed_at is null order by registered_at, id`,
    values: [tx.countyId, ids],
  })

export interface ChildPatch {
  ageBand: ChildRow['ageBand'] | null
  nameSealed: Buffer | null
  pickUpNamesSealed: Buffer | null
  healthNoteSealed: Buffer | null
  changesHealth: boolean
}

/** Corrects a guardian's own child: null leaves a column as it is. False when there is none. */
export async function updateChild(tx: Tx, guardianId: string, id: string, patch: ChildPatch): Promise<boolean> {
  const rows = await tx.rows({
    name: 'children.update',
    text: `update children set age_band = coalesce($4, age_band), name_sealed = coalesce($5, name_sealed),
        pick_up_names_sealed = coalesce($6, pick_up_names_sealed),
        health_note_sealed = case when $7 then $8 else health_note_sealed end,
        health_consent_at = case when $7 then case when $8::bytea is null then null else $9::timestamptz end else health_consent_at end
      where county_id = $1 and id = $2 and guardian_id = $3 and removed_at is null returning 1`,
    values: [
      tx.countyId,
      id,
      guardianId,
      patch.ageBand,
      patch.nameSealed,
      patch.pickUpNamesSealed,
      patch.changesHealth,
      patch.healthNoteSealed,
      tx.now,
    ],
  })
  return rows.length === 1
}

/** Counts the pick-up code up, which makes another; false when the child is not theirs. */
export async function countCodeUp(tx: Tx, guardianId: string, id: string): Promise<boolean> {
  const rows = await tx.rows({
    name: 'children.renew',
    text: `update children set pick_up_code_no = pick_up_code_no + 1
      where county_id = $1 and id = $2 and guardian_id = $3 and removed_at is null returning 1`,
    values: [tx.countyId, id, guardianId],
  })
  return rows.length === 1
}

/** Erases what is known of a guardian's own child; false when there is none. */
export async function eraseChild(tx: Tx, guardianId: string, id: string): Promise<boolean> {
  const rows = await tx.rows({
    name: 'children.erase',
    text: `update children set name_sealed = null, pick_up_names_sealed = null, health_note_sealed = null, health_consent_at = null, removed_at = $4
      where county_id = $1 and id = $2 and guardian_id = $3 and removed_at is null returning 1`,
    values: [tx.countyId, id, guardianId, tx.now],
  })
  return rows.length === 1
}
