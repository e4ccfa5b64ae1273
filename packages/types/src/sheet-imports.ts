/**
 * Hundreds of keepers invited by one sheet: a template to fill, an upload that is read in the background, errors by cell, and one-time codes to hand out.
 * Three routes carry files and stand beside the table: the upload (multipart/form-data, one part `sheet`, at most 5 MB, with an Idempotency-Key), the
 * template, and the sheet of codes.
 */
import * as z from 'zod/mini'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { SheetImportId } from './ids.ts'
import { RoleInvitation } from './role-invitations.ts'
import { Count, Instant } from './units.ts'

export const sheetUploadPath = '/v1/sheet-imports'
export const sheetTemplatePath = '/v1/sheet-imports/template'
export const sheetCodesPath = (importId: string) => `/v1/sheet-imports/${importId}/codes`
export const maxSheetBytes = 5 * 1024 * 1024
export const maxSheetRows = 50_000
export const sheetColumns = ['单位代码', '单位名称', '姓氏称呼', '角色'] as const

/** waiting → reading → read → issuing → done; or refused as a whole. */
export const sheetStates = ['waiting', 'reading', 'read', 'issuing', 'done', 'refused'] as const
/** Why a sheet is refused as a whole. */
export const SheetFault = z.enum(['not-a-sheet', 'too-large', 'too-many-rows', 'wrong-columns', 'no-rows'])
export type SheetFault = z.infer<typeof SheetFault>
/** Why a cell is. */
export const CellFault = z.enum([
  'formula',
  'unit-missing',
  'unit-unknown',
  'unit-not-yours',
  'unit-name-differs',
  'name-too-long',
  'role-unknown',
  'role-not-yours',
  'duplicate',
  'invited-already',
])
export type CellFault = z.infer<typeof CellFault>

/** `doneCount` of `totalCount` rows in the step that goes on now. `wrongColumns` names the heads that are not as they should be. */
export const SheetImport = z.strictObject({
  importId: SheetImportId,
  state: z.enum(sheetStates),
  doneCount: Count,
  totalCount: Count,
  goodCount: Count,
  badCount: Count,
  fault: z.nullable(SheetFault),
  wrongColumns: z.array(z.strictObject({ cell: z.string(), expected: z.string(), found: z.string() })),
  uploadedAt: Instant,
  allowedActions: z.array(z.enum(['import-all', 'import-good', 'hand-out'])),
})
export type SheetImport = z.infer<typeof SheetImport>

const ofImport = z.strictObject({ importId: SheetImportId })

/** The caller's sheets of the last 30 days, newest first. */
export const listSheetImports = endpoint({
  name: 'listSheetImports',
  method: 'GET',
  path: '/v1/sheet-imports',
  query: z.strictObject(pageQuery),
  reply: pageOf(SheetImport),
})

/** A sheet of the caller's: asked again while it is read or issued. */
export const getSheetImport = endpoint({
  name: 'getSheetImport',
  method: 'GET',
  path: '/v1/sheet-imports/:importId',
  params: ofImport,
  reply: SheetImport,
  problems: ['not-found'],
})

/** What is wrong, cell by cell, from the top. `sameAsRow` is the row that a duplicate repeats. */
export const CellError = z.strictObject({
  cell: z.string(),
  fault: CellFault,
  found: z.string(),
  sameAsRow: z.nullable(z.int()),
})
export type CellError = z.infer<typeof CellError>

export const listSheetErrors = endpoint({
  name: 'listSheetErrors',
  method: 'GET',
  path: '/v1/sheet-imports/:importId/errors',
  params: ofImport,
  query: z.strictObject(pageQuery),
  reply: pageOf(CellError),
  problems: ['not-found'],
})

/** Issues the invitations: all rows or none, or the good ones. */
export const importSheet = endpoint({
  name: 'importSheet',
  method: 'POST',
  path: '/v1/sheet-imports/:importId/import',
  params: ofImport,
  body: z.strictObject({ rows: z.enum(['all', 'good']) }),
  reply: SheetImport,
  problems: ['not-found', 'sheet-not-read', 'sheet-has-errors'],
})

/** The invitations of a sheet with their codes, in the order of its rows. */
export const listSheetInvitations = endpoint({
  name: 'listSheetInvitations',
  method: 'GET',
  path: '/v1/sheet-imports/:importId/invitations',
  params: ofImport,
  query: z.strictObject(pageQuery),
  reply: pageOf(RoleInvitation),
  problems: ['not-found'],
})
