/**
 * Reading a sheet and issuing its invitations, in the background and in steps of a thousand rows, each a transaction of its own that says how far it is.
 * Both may be begun again: reading starts at the top, issuing goes on with the rows that have no invitation yet.
 */
import { maxSheetRows, type SheetFault, sheetColumns } from '@sidan/types/sheet-imports'
import * as z from 'zod/mini'
import type { Crypto } from '../../platform/crypto.ts'
import type { Database, Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import type { Effect } from '../../platform/jobs.ts'
import type { ReadCells, Sheets } from '../../platform/sheets.ts'
import { renderCode } from '../invitations/render-code.ts'
import { expiryFrom } from '../invitations/rules.ts'
import { insertInvitations } from '../invitations/store.ts'
import { readActor } from '../roles/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { type Judging, judgeRow, wrongColumnsOf } from './rules.ts'
import * as store from './store.ts'

interface SheetDeps {
  db: Database
  crypto: Crypto
  sheets: Sheets
}
type County = Parameters<Database['inCounty']>[0]

const Payload = z.object({ importId: z.uuid() })
const stepRows = 1000

/** What rows are judged by at this moment; a person who is gone may invite nobody. */
async function judgingOf(tx: Tx, personId: string, formulas: readonly string[] = []): Promise<Judging> {
  const actor = (await readActor(tx, { countyId: tx.countyId, personId })) ?? gone(tx, personId)
  const units = await store.findUnits(tx)
  return {
    actor,
    unitsByCode: new Map(units.map((unit) => [unit.code, unit])),
    formulas: new Set(formulas),
    invited: await store.findOpenInvitations(tx),
    seen: new Map(),
  }
}

const gone = (tx: Tx, personId: string): Actor => ({
  countyId: tx.countyId,
  personId,
  displayName: '',
  homeStationId: null,
  grants: [],
  volunteer: null,
  ledTeamIds: [],
  policyVersion: 0,
})

/** Reads an uploaded sheet: row by row what it names and what is wrong. */
export const readSheet =
  ({ db, sheets }: SheetDeps): Effect =>
  async ({ countyId, payload }) => {
    const { importId } = z.parse(Payload, payload)
    const sheet = await db.inCounty(countyId, async (tx) => {
      const found = await store.lockImport(tx, importId)
      if (!found?.file || !['waiting', 'reading'].includes(found.state)) return undefined
      await store.deleteRows(tx, importId)
      await store.saveImport(tx, importId, { state: 'reading', doneCount: 0 })
      return { file: found.file, uploadedById: found.uploadedById }
    })
    if (!sheet) return
    const read = await sheets.read(sheet.file, { maxRows: maxSheetRows, columns: sheetColumns.length })
    const fault = typeof read === 'string' ? { fault: read } : faultOf(read)
    if (fault || typeof read === 'string') {
      await db.inCounty(countyId, (tx) => store.saveImport(tx, importId, { state: 'refused', ...fault }))
      return
    }
    await keepRows(db, countyId, importId, sheet.uploadedById, read)
  }

function faultOf({
  head,
  rows,
}: ReadCells): { fault: SheetFault; wrongColumns?: ReturnType<typeof wrongColumnsOf> } | undefined {
  const wrongColumns = wrongColumnsOf(head)
  if (wrongColumns.length > 0) return { fault: 'wrong-columns', wrongColumns }
  return rows.some(isFilled) ? undefined : { fault: 'no-rows' }
}

/** A prefilled row in which nobody wrote a name asks for nothing. */
const isFilled = ([, , name = '']: readonly string[]): boolean => name !== ''

async function keepRows(
  db: Database,
  countyId: County,
  importId: string,
  byId: string,
  read: ReadCells,
): Promise<void> {
  const judging = await db.inCounty(countyId, (tx) => judgingOf(tx, byId, read.formulas))
  const rows = read.rows
    .map((cells, index) => ({ rowNo: index + 2, cells }))
    .filter(({ cells, rowNo }) => isFilled(cells) || judging.formulas.has(`C${rowNo}`))
  for (let from = 0; from < rows.length; from += stepRows) {
    const judged = rows.slice(from, from + stepRows).map(({ rowNo, cells }) => judgeRow(judging, rowNo, cells))
    await db.inCounty(countyId, async (tx) => {
      await store.upsertRows(tx, importId, judged)
      await store.saveImport(tx, importId, { doneCount: from + judged.length, totalCount: rows.length })
    })
  }
  await db.inCounty(countyId, async (tx) => {
    await store.countRows(tx, importId)
    await store.saveImport(tx, importId, { state: 'read' })
  })
}

/** Issues the invitations of a sheet. Rights are looked at once more: they may have ended since it was read. */
export const issueSheet =
  ({ db, crypto }: SheetDeps): Effect =>
  async ({ countyId, payload }) => {
    const { importId } = z.parse(Payload, payload)
    const sheet = await db.inCounty(countyId, (tx) => store.lockImport(tx, importId))
    if (sheet?.state !== 'issuing') return
    const bad = await judgeAgain(db, countyId, importId, sheet.uploadedById)
    if (bad > 0 && sheet.chosen === 'all') {
      await db.inCounty(countyId, (tx) => store.saveImport(tx, importId, { state: 'read' }))
      return
    }
    let done = 0
    for (let after = 0; ; ) {
      const from = after
      const issued = await db.inCounty(countyId, (tx) => issueStep(tx, crypto, importId, sheet, from, done))
      done += issued.length
      after = issued.at(-1)?.rowNo ?? after
      if (issued.length < stepRows) break
    }
    await db.inCounty(countyId, (tx) => store.saveImport(tx, importId, { state: 'done', chosen: sheet.chosen }))
  }

/** Judges anew what has no invitation yet. Returns how many rows are bad. */
async function judgeAgain(db: Database, countyId: County, importId: string, byId: string): Promise<number> {
  const judging = await db.inCounty(countyId, (tx) => judgingOf(tx, byId))
  for (let after = 0; ; ) {
    const from = after
    const rows = await db.inCounty(countyId, async (tx) => {
      const found = await store.findUnissued(tx, importId, from, stepRows)
      const judged = found.map((row) =>
        judgeRow(judging, row.rowNo, [row.unitCode, row.unitName, row.displayName, row.roleWord]),
      )
      await store.upsertRows(
        tx,
        importId,
        judged.filter((row) => row.faults.length > 0),
      )
      return found
    })
    after = rows.at(-1)?.rowNo ?? after
    if (rows.length < stepRows) break
  }
  return (await db.inCounty(countyId, (tx) => store.countRows(tx, importId))).bad
}

async function issueStep(
  tx: Tx,
  crypto: Crypto,
  importId: string,
  { uploadedById, chosen }: { uploadedById: string; chosen: 'all' | 'good' | null },
  after: number,
  done: number,
) {
  const rows = (await store.findUnissued(tx, importId, after, stepRows)).map((row) => ({ ...row, id: newId() }))
  if (rows.length === 0) return rows
  const expiresAt = expiryFrom(tx.now)
  await insertInvitations(
    tx,
    rows.map(({ id, role, unitId, displayName }) => {
      const codeHash = crypto.hashToken(renderCode(crypto, tx.countyId, { id, round: 0 }))
      return { id, codeHash, role, unitId, displayName, expiresAt, issuedById: uploadedById, importId }
    }),
  )
  await store.nameInvitations(tx, importId, rows)
  await store.saveImport(tx, importId, { doneCount: done + rows.length, chosen })
  return rows
}
