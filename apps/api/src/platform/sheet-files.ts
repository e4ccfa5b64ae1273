/** Spreadsheets that are fetched: by whom a token names, written for them, never kept on the way. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Bearer } from './auth.ts'
import type { Database, Tx } from './db.ts'
import { refuse } from './problem.ts'
import type { Sheets, WrittenSheet } from './sheets.ts'

export interface SheetFiles<Actor> {
  app: FastifyInstance
  db: Database
  sheets: Sheets
  bearerOf(request: FastifyRequest): Promise<Bearer | undefined>
  /** The caller as of this request; undefined when they are gone. */
  readActor(tx: Tx, bearer: Bearer): Promise<Actor | undefined>
}

/** Serves a sheet at `path`. `render` reads in one transaction and refuses as any reader does; the file is called `name` (ASCII). */
export function serveSheet<Actor>(
  files: SheetFiles<Actor>,
  path: string,
  name: string,
  render: (tx: Tx, actor: Actor, params: Readonly<Record<string, string>>, query: unknown) => Promise<WrittenSheet[]>,
): void {
  files.app.get<{ Params: Record<string, string> }>(path, async (request, reply) => {
    const bearer = (await files.bearerOf(request)) ?? refuse('sign-in-needed')
    const pages = await files.db.inCounty(bearer.countyId, async (tx) =>
      render(tx, (await files.readActor(tx, bearer)) ?? refuse('sign-in-needed'), request.params, request.query),
    )
    return sendSheet(reply, name, await files.sheets.write(pages))
  })
}

/** Hands a written sheet over. */
export const sendSheet = (reply: FastifyReply, name: string, bytes: Buffer): FastifyReply =>
  reply
    .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .send(bytes)
