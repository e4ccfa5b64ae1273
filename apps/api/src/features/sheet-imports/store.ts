import type { Tx } from '../../platform/db.ts'
import { type JudgedRow, keyOfInvitation, type NamedUnit } from './rules.ts'
import { sheetImports } from './table.ts'

type Import = typeof sheetImports.$inferSelect

/** Adds a sheet that waits to be read. */
export async function insertImport(tx: Tx, sheet: { id: string; uploadedById: string; file: Buffer }): Promise<void> {
  await tx.db
    .insert(sheetImports)
    .values({ ...sheet, countyId: tx.countyId, uploadedAt: tx.now, state: 'waiting', wrongColumns: [] })
}

/** A sheet's row, locked. */
export async function lockImport(
  tx: Tx,
  importId: string,
): Promise<Pick<Import, 'uploadedById' | 'state' | 'file' | 'badCount' | 'goodCount' | 'chosen'> | undefined> {
  const [row] = await tx.rows<Import>({
    name: 'sheet-imports.lock',
    text: `select uploaded_by_id as "uploadedById", state, file, good_count as "goodCount", bad_count as "badCount", chosen
      from sheet_imports where county_id = $1 and id = $2 for no key update`,
    values: [tx.countyId, importId],
  })
  return row
}

type Change = Partial<Pick<Import, 'state' | 'doneCount' | 'totalCount' | 'fault' | 'wrongColumns' | 'chosen'>>

/** Saves how far a sheet is. What is read needs its file no more. */
export async function saveImport(tx: Tx, importId: string, change: Change): Promise<void> {
  await tx.rows({
    name: 'sheet-imports.save',
    text: `update sheet_imports set state = coalesce($3, state), done_count = coalesce($4, done_count), total_count = coalesce($5, total_count),
        fault = $6, wrong_columns = coalesce($7::jsonb, wrong_columns), chosen = $8,
        file = case when coalesce($3, state) in ('waiting', 'reading') then file end
      where county_id = $1 and id = $2`,
    values: [
      tx.countyId,
      importId,
      change.state ?? null,
      change.doneCount ?? null,
      change.totalCount ?? null,
      change.fault ?? null,
      change.wrongColumns ? JSON.stringify(change.wrongColumns) : null,
      change.chosen ?? null,
    ],
  })
}

/** Counts the good and the bad rows anew. */
export async function countRows(tx: Tx, importId: string): Promise<{ bad: number }> {
  const [row] = await tx.rows<{ bad: number }>({
    name: 'sheet-imports.count',
    text: `update sheet_imports s set good_count = c.good, bad_count = c.bad
      from (select count(*) filter (where faults = '[]') as good, count(*) filter (where faults <> '[]') as bad
        from sheet_rows where county_id = $1 and import_id = $2) c
      where s.county_id = $1 and s.id = $2 returning s.bad_count as bad`,
    values: [tx.countyId, importId],
  })
  return row ?? { bad: 0 }
}

/** Forgets the rows of a sheet that is read anew. */
export async function deleteRows(tx: Tx, importId: string): Promise<void> {
  await tx.rows({
    name: 'sheet-imports.delete-rows',
    text: 'delete from sheet_rows where county_id = $1 and import_id = $2',
    values: [tx.countyId, importId],
  })
}

/** Adds rows as they were judged; what stands there of them already is judged anew. */
export async function upsertRows(tx: Tx, importId: string, rows: JudgedRow[]): Promise<void> {
  await tx.rows({
    name: 'sheet-imports.rows',
    text: `insert into sheet_rows (county_id, import_id, row_no, unit_code, unit_name, display_name, role_word, unit_id, role, faults)
      select $1, $2, r."rowNo", r."unitCode", r."unitName", r."displayName", r."roleWord", r."unitId", r.role, r.faults
      from jsonb_to_recordset($3::jsonb) as r("rowNo" int, "unitCode" text, "unitName" text, "displayName" text, "roleWord" text,
        "unitId" uuid, role text, faults jsonb)
      on conflict (county_id, import_id, row_no) do update set unit_id = excluded.unit_id, role = excluded.role, faults = excluded.faults`,
    values: [tx.countyId, importId, JSON.stringify(rows)],
  })
}

export interface KeptRow extends Pick<JudgedRow, 'rowNo' | 'unitCode' | 'unitName' | 'displayName' | 'roleWord'> {
  unitId: string
  role: NonNullable<JudgedRow['role']>
}

/** The next good rows after a row that have no invitation yet. */
export const findUnissued = (tx: Tx, importId: string, afterRowNo: number, limit: number): Promise<KeptRow[]> =>
  tx.rows<KeptRow>({
    name: 'sheet-imports.unissued',
    text: `select row_no as "rowNo", unit_code as "unitCode", unit_name as "unitName", display_name as "displayName", role_word as "roleWord",
        unit_id as "unitId", role
      from sheet_rows where county_id = $1 and import_id = $2 and row_no > $3 and faults = '[]' and invitation_id is null
      order by row_no limit $4`,
    values: [tx.countyId, importId, afterRowNo, limit],
  })

/** Names the invitations that rows became. */
export async function nameInvitations(tx: Tx, importId: string, of: { rowNo: number; id: string }[]): Promise<void> {
  await tx.rows({
    name: 'sheet-imports.invited',
    text: `update sheet_rows s set invitation_id = r.id from jsonb_to_recordset($3::jsonb) as r("rowNo" int, id uuid)
      where s.county_id = $1 and s.import_id = $2 and s.row_no = r."rowNo"`,
    values: [tx.countyId, importId, JSON.stringify(of)],
  })
}

/** Every unit that is open, with the units above it, by code. */
export async function findUnits(tx: Tx): Promise<NamedUnit[]> {
  const rows = await tx.rows<Omit<NamedUnit, 'aboveIds'> & { parentId: string | null }>({
    name: 'sheet-imports.units',
    text: `select id, code, name, tier, parent_id as "parentId" from units where county_id = $1 and active order by code`,
    values: [tx.countyId],
  })
  const parentOf = new Map(rows.map((row) => [row.id, row.parentId]))
  const above = (unitId: string): string[] => {
    const parentId = parentOf.get(unitId)
    return parentId ? [parentId, ...above(parentId)] : []
  }
  return rows.map(({ parentId: _, ...unit }) => ({ ...unit, aboveIds: above(unit.id) }))
}

/** Invitations that somebody may still bring, as keys. */
export async function findOpenInvitations(tx: Tx): Promise<Set<string>> {
  const rows = await tx.rows<{ unit_id: string; role: string; display_name: string }>({
    name: 'sheet-imports.open-invitations',
    text: `select unit_id, role, display_name from role_invitations
      where county_id = $1 and accepted_at is null and revoked_at is null and expires_at > $2`,
    values: [tx.countyId, tx.now],
  })
  return new Set(rows.map((row) => keyOfInvitation(row.unit_id, row.role, row.display_name)))
}

const keptDays = 30

/** Forgets sheets after 30 days; the invitations stay. Returns how many. */
export async function deleteOldImports(tx: Tx): Promise<number> {
  const before = new Date(tx.now.getTime() - keptDays * 86_400_000)
  await tx.rows({
    text: `delete from sheet_rows r using sheet_imports s
      where s.county_id = $1 and s.uploaded_at < $2 and r.county_id = s.county_id and r.import_id = s.id`,
    values: [tx.countyId, before],
  })
  const { rowCount } = await tx.query({
    text: 'delete from sheet_imports where county_id = $1 and uploaded_at < $2',
    values: [tx.countyId, before],
  })
  return rowCount ?? 0
}
