import { createHash } from 'node:crypto'
import multipart from '@fastify/multipart'
import * as sheets from '@sidan/types/sheet-imports'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import type { Crypto } from '../../platform/crypto.ts'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import { bodyHmac, claimKey } from '../../platform/idempotency.ts'
import { newId } from '../../platform/ids.ts'
import { refuse } from '../../platform/problem.ts'
import { type SheetFiles, sendSheet, serveSheet } from '../../platform/sheet-files.ts'
import { actorSql, parseActor, readActor } from '../roles/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { approveSheet } from './approve-sheet.ts'
import { readErrors, readImport, readImports, readInvitationPage } from './reads.ts'
import { renderCodes } from './render-codes.ts'
import { renderTemplate } from './render-template.ts'
import { mayInviteBySheet } from './rules.ts'
import { submitSheet } from './submit-sheet.ts'

export function sheetImportsRoutes(http: Http<Actor>, crypto: Crypto): void {
  http.read(sheets.listSheetImports, (tx, actor, { query }) =>
    readImports(tx, actor, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.read(sheets.getSheetImport, (tx, actor, { params }) => readImport(tx, actor, params.importId))
  http.read(sheets.listSheetErrors, (tx, actor, { params, query }) =>
    readErrors(tx, actor, params.importId, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.read(sheets.listSheetInvitations, (tx, actor, { params, query }) =>
    readInvitationPage(tx, actor, crypto, params.importId, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.write(sheets.importSheet, {
    subject: ({ params }) => params.importId,
    run: (tx, actor, { params, body }) => approveSheet(tx, actor, params.importId, body.rows),
    show: (tx, actor, importId) => readImport(tx, actor, importId),
  })
}

/** The three routes that carry files: the upload, the template, and the sheet of codes. */
export async function sheetFilesRoutes(files: SheetFiles<Actor>, crypto: Crypto): Promise<void> {
  const { app, db, bearerOf } = files
  const secret = crypto.deriveSecret('idempotency', 'body')
  await app.register(async (scope) => {
    await scope.register(multipart, { limits: { fileSize: sheets.maxSheetBytes, files: 1, fields: 0 } })
    scope.post(sheets.sheetUploadPath, { bodyLimit: sheets.maxSheetBytes + 65_536 }, async (request, reply) => {
      const bearer = (await bearerOf(request)) ?? refuse('sign-in-needed')
      const key = z.safeParse(z.string().check(z.regex(/^[\x21-\x7e]{8,100}$/)), request.headers['idempotency-key'])
      if (!key.success) return refuse('idempotency-key-needed')
      const file = await sheetOf(request)
      const planned = newId()
      const claim = {
        actorId: bearer.personId,
        heldById: bearer.personId,
        route: 'uploadSheet',
        key: key.data,
        bodyHmac: bodyHmac(secret, createHash('sha256').update(file).digest('hex')),
        subjectId: planned,
      }
      const { sheet, replay } = await db.inCounty(bearer.countyId, async (tx) => {
        const claimed = await claimKey(tx, actorSql, claim)
        const actor = parseActor(claimed.actor) ?? refuse('sign-in-needed')
        if (!claimed.replay) await submitSheet(tx, actor, planned, file)
        const importId = claimed.replay ? (claimed.subjectId ?? '') : planned
        return { sheet: await readImport(tx, actor, importId), replay: claimed.replay }
      })
      if (replay) reply.header('idempotency-replayed', 'true')
      return reply.code(201).send(z.parse(sheets.SheetImport, sheet))
    })
  })
  serveSheet(files, sheets.sheetTemplatePath, 'template.xlsx', async (tx, actor) =>
    mayInviteBySheet(actor) ? renderTemplate(tx, actor) : refuse('not-allowed'),
  )
  app.get<{ Params: { importId: string } }>(sheets.sheetCodesPath(':importId'), async (request, reply) => {
    const bearer = (await bearerOf(request)) ?? refuse('sign-in-needed')
    const importId = z.safeParse(z.uuid(), request.params.importId)
    if (!importId.success) return refuse('not-found')
    const actor = await db.inCounty(bearer.countyId, async (tx) => {
      const reader = (await readActor(tx, bearer)) ?? refuse('sign-in-needed')
      await readImport(tx, reader, importId.data)
      return reader
    })
    const pages = await renderCodes(db, crypto, actor, importId.data)
    return sendSheet(reply, 'codes.xlsx', await files.sheets.write(pages))
  })
}

/** The bytes of the one part, known as a packed file by its first bytes, whatever it is called. */
async function sheetOf(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) refuse('unsupported-media')
  const part = await request.file().catch(() => undefined)
  const bytes = await part?.toBuffer().catch(() => undefined)
  if (part?.file.truncated) refuse('body-too-large')
  return bytes?.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1')) ? bytes : refuse('unsupported-media')
}
