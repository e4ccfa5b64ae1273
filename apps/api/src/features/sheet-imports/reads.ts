import type { AnswerOf } from '@sidan/types/endpoint'
import type {
  getSheetImport,
  listSheetErrors,
  listSheetImports,
  listSheetInvitations,
} from '@sidan/types/sheet-imports'
import type { Crypto } from '../../platform/crypto.ts'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { type InvitationRow, invitationColumns, shownInvitation } from '../invitations/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { findUnits } from './store.ts'

type Shown = AnswerOf<typeof getSheetImport>
type Row = Omit<Shown, 'uploadedAt' | 'allowedActions'> & { uploadedAt: Date }
interface Paging {
  cursor?: string | undefined
  limit: number
}

const select = `select id as "importId", state, done_count as "doneCount", total_count as "totalCount", good_count as "goodCount",
    bad_count as "badCount", fault, wrong_columns as "wrongColumns", uploaded_at as "uploadedAt"
  from sheet_imports where county_id = $1 and uploaded_by_id = $2`

function shown(row: Row): Shown {
  const actions: Shown['allowedActions'] = []
  if (row.state === 'read' && row.goodCount > 0) actions.push(row.badCount === 0 ? 'import-all' : 'import-good')
  if (row.state === 'done') actions.push('hand-out')
  return { ...row, uploadedAt: row.uploadedAt.toISOString(), allowedActions: actions }
}

/** The caller's sheets, newest first. */
export async function readImports(tx: Tx, actor: Actor, asked: Paging): Promise<AnswerOf<typeof listSheetImports>> {
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const rows = await tx.rows<Row>({
    name: 'sheet-imports.mine',
    text: `${select} and ($3::timestamptz is null or (uploaded_at, id) < ($3, $4::uuid)) order by uploaded_at desc, id desc limit $5`,
    values: [tx.countyId, actor.personId, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1],
  })
  return pageFrom(rows, asked.limit, (row) => packCursor(row.uploadedAt.toISOString(), row.importId), shown)
}

/** One of the caller's sheets. */
export async function readImport(tx: Tx, actor: Actor, importId: string): Promise<Shown> {
  const [row] = await tx.rows<Row>({
    name: 'sheet-imports.one',
    text: `${select} and id = $3`,
    values: [tx.countyId, actor.personId, importId],
  })
  return row ? shown(row) : refuse('not-found')
}

/** What is wrong, from the top of the sheet. */
export async function readErrors(
  tx: Tx,
  actor: Actor,
  importId: string,
  asked: Paging,
): Promise<AnswerOf<typeof listSheetErrors>> {
  await readImport(tx, actor, importId)
  const after = unpackCursor(asked.cursor, 'whole', 'whole')
  type ErrorRow = AnswerOf<typeof listSheetErrors>['items'][number] & { rowNo: number; place: number }
  const rows = await tx.rows<ErrorRow>({
    name: 'sheet-imports.errors',
    text: `select r.row_no as "rowNo", f.place::int as place, (f.value ->> 'column') || r.row_no as cell, f.value ->> 'fault' as fault,
        case f.value ->> 'column' when 'A' then r.unit_code when 'B' then r.unit_name when 'C' then r.display_name else r.role_word end as found,
        (f.value ->> 'sameAsRow')::int as "sameAsRow"
      from sheet_rows r, jsonb_array_elements(r.faults) with ordinality as f(value, place)
      where r.county_id = $1 and r.import_id = $2 and r.faults <> '[]' and ($3::int is null or (r.row_no, f.place) > ($3, $4::bigint))
      order by r.row_no, f.place limit $5`,
    values: [tx.countyId, importId, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1],
  })
  return pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.rowNo, row.place),
    ({ rowNo: _row, place: _place, ...error }) => error,
  )
}

type Invited = AnswerOf<typeof listSheetInvitations>['items'][number]

/** The invitations of a sheet with their codes, in the order of its rows; `limit` of them after a row. */
export async function readSheetInvitations(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  importId: string,
  { afterRowNo, limit }: { afterRowNo: number; limit: number },
): Promise<{ rowNo: number; unitCode: string; invitation: Invited }[]> {
  const units = new Map((await findUnits(tx)).map((unit) => [unit.id, unit]))
  const rows = await tx.rows<InvitationRow & { row_no: number; unit_code: string }>({
    name: 'sheet-imports.invitations',
    text: `select ${invitationColumns}, r.row_no, u.code as unit_code
      from sheet_rows r join role_invitations i on i.county_id = r.county_id and i.id = r.invitation_id
      join units u on u.county_id = i.county_id and u.id = i.unit_id
      where r.county_id = $1 and r.import_id = $2 and r.row_no > $3 order by r.row_no limit $4`,
    values: [tx.countyId, importId, afterRowNo, limit],
  })
  return rows.flatMap((row) => {
    const unit = units.get(row.unit.unitId)
    if (!unit) return [] // the unit was closed since
    return [
      {
        rowNo: row.row_no,
        unitCode: row.unit_code,
        invitation: shownInvitation(tx, actor, crypto, { unit, partner: null }, row),
      },
    ]
  })
}

/** A page of them. */
export async function readInvitationPage(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  importId: string,
  asked: Paging,
): Promise<AnswerOf<typeof listSheetInvitations>> {
  await readImport(tx, actor, importId)
  const [afterRowNo = 0] = unpackCursor(asked.cursor, 'whole') ?? []
  const rows = await readSheetInvitations(tx, actor, crypto, importId, {
    afterRowNo: Number(afterRowNo),
    limit: asked.limit + 1,
  })
  return pageFrom(
    rows,
    asked.limit,
    ({ rowNo }) => packCursor(rowNo),
    ({ invitation }) => invitation,
  )
}
