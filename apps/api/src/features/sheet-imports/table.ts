import { type CellFault, sheetStates } from '@sidan/types/sheet-imports'
import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, bytes, countyId, id } from '../../platform/columns.ts'
import { people } from '../people/table.ts'

/**
 * A sheet of people to invite, as it was uploaded and what became of it. The file is forgotten once it is read, the whole of it after 30 days; the
 * invitations stay. `done_count` of `total_count` counts within the step that goes on.
 */
export const sheetImports = pgTable(
  'sheet_imports',
  {
    countyId: countyId(),
    id: id().notNull(),
    uploadedById: id('uploaded_by_id').notNull(),
    uploadedAt: at('uploaded_at').notNull(),
    state: text('state', { enum: sheetStates }).notNull(),
    file: bytes('file'),
    doneCount: integer('done_count').notNull().default(0),
    totalCount: integer('total_count').notNull().default(0),
    goodCount: integer('good_count').notNull().default(0),
    badCount: integer('bad_count').notNull().default(0),
    fault: text('fault'),
    wrongColumns: jsonb('wrong_columns').$type<{ cell: string; expected: string; found: string }[]>().notNull(),
    /** What was chosen: all rows or none, or the good ones. */
    chosen: text('chosen', { enum: ['all', 'good'] }),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('sheet_imports_of_person').on(t.countyId, t.uploadedById, t.uploadedAt, t.id),
    foreignKey({ columns: [t.countyId, t.uploadedById], foreignColumns: [people.countyId, people.id] }),
    check('sheet_imports_refused_says_why', sql`(state = 'refused') = (fault is not null)`),
    check('sheet_imports_file_while_reading', sql`file is null or state in ('waiting', 'reading')`),
  ],
)

/** A fault of a cell in column A to D; `sameAsRow` is the row that a duplicate repeats. */
export interface RowFault {
  column: 'A' | 'B' | 'C' | 'D'
  fault: CellFault
  sameAsRow?: number
}

/** A row of a sheet as it was read; `row_no` is what the spreadsheet shows at its left. Erased with its sheet. */
export const sheetRows = pgTable(
  'sheet_rows',
  {
    countyId: countyId(),
    importId: id('import_id').notNull(),
    rowNo: integer('row_no').notNull(),
    unitCode: text('unit_code').notNull(),
    unitName: text('unit_name').notNull(),
    displayName: text('display_name').notNull(),
    roleWord: text('role_word').notNull(),
    unitId: id('unit_id'),
    role: text('role'),
    faults: jsonb('faults').$type<RowFault[]>().notNull(),
    invitationId: id('invitation_id'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.importId, t.rowNo] }),
    foreignKey({ columns: [t.countyId, t.importId], foreignColumns: [sheetImports.countyId, sheetImports.id] }),
    check('sheet_rows_faulty_invite_nobody', sql`invitation_id is null or faults = '[]'::jsonb`),
  ],
)
