import * as fraud from '@sidan/types/fraud'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { answerAppeal } from './answer-appeal.ts'
import { appealFraud } from './appeal-fraud.ts'
import { decideFraud } from './decide-fraud.ts'
import { liftFraud } from './lift-fraud.ts'
import { readDecision, readDecisions, readFraud, readMyDecisions } from './reads.ts'

export function fraudRoutes(http: Http<Actor>): void {
  const subject = ({ params }: { params: { recordId: string } }) => params.recordId
  http.read(fraud.getFraud, (tx, actor, { params }) => readFraud(tx, actor, params.recordId))
  http.read(fraud.listFraudDecisions, (tx, actor, { query }) =>
    readDecisions(tx, actor, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.read(fraud.listMyFraudDecisions, (tx, actor, { query }) =>
    readMyDecisions(tx, actor, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.write(fraud.decideFraud, {
    subject,
    run: (tx, actor, { params, body }) => decideFraud(tx, actor, { ...body, recordId: params.recordId }),
    show: readDecision,
  })
  http.write(fraud.appealFraud, {
    subject,
    run: (tx, actor, { params, body }) => appealFraud(tx, actor, { ...body, recordId: params.recordId }),
    show: readDecision,
  })
  http.write(fraud.answerFraudAppeal, {
    subject,
    run: (tx, actor, { params, body }) => answerAppeal(tx, actor, { ...body, recordId: params.recordId }),
    show: readDecision,
  })
  http.write(fraud.liftFraud, {
    subject,
    run: (tx, actor, { params, body }) => liftFraud(tx, actor, { ...body, recordId: params.recordId }),
    show: readDecision,
  })
}
