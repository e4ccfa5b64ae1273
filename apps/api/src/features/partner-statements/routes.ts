import * as statements from '@sidan/types/partner-statements'
import * as z from 'zod/mini'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import { refuse } from '../../platform/problem.ts'
import { type SheetFiles, serveSheet } from '../../platform/sheet-files.ts'
import type { Actor } from '../roles/rules.ts'
import { answerDispute } from './answer-dispute.ts'
import { confirmStatement } from './confirm-statement.ts'
import { disputeStatement } from './dispute-statement.ts'
import { readLines, readStatement, readStatements } from './reads.ts'
import { renderStatement } from './render-statement.ts'

export function partnerStatementsRoutes(http: Http<Actor>): void {
  http.read(statements.listStatements, (tx, actor, { params, query }) =>
    readStatements(tx, actor, { ...params, cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.read(statements.getStatement, (tx, actor, { params }) => readStatement(tx, actor, params.statementId))
  http.write(statements.confirmStatement, {
    subject: ({ params }) => params.statementId,
    run: (tx, actor, { params }) => confirmStatement(tx, actor, params.statementId),
    show: (tx, actor, statementId) => readStatement(tx, actor, statementId),
  })
  http.write(statements.disputeStatement, {
    subject: ({ params }) => params.statementId,
    run: (tx, actor, { params, body }) => disputeStatement(tx, actor, params.statementId, body.words),
    show: (tx, actor, statementId) => readStatement(tx, actor, statementId),
  })
  http.write(statements.answerStatement, {
    subject: ({ params }) => params.statementId,
    run: (tx, actor, { params, body }) => answerDispute(tx, actor, params.statementId, body),
    show: (tx, actor, statementId) => readStatement(tx, actor, statementId),
  })
}

/** The statement as a file, with every line. */
export const statementSheets = (files: SheetFiles<Actor>): void =>
  serveSheet(
    files,
    statements.statementSheetPath(':statementId'),
    'statement.xlsx',
    async (tx, actor, { statementId }) => {
      const asked = z.safeParse(z.uuid(), statementId)
      return asked.success ? renderStatement(await readLines(tx, actor, asked.data)) : refuse('not-found')
    },
  )
