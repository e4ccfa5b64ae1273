import * as feedback from '@sidan/types/feedback'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { answerFeedback } from './answer-feedback.ts'
import { giveFeedback } from './give-feedback.ts'
import { readFeedback, readMyFeedback, readWaitingFeedback } from './reads.ts'

export function feedbackRoutes(http: Http<Actor>): void {
  http.write(feedback.giveFeedback, {
    subject: 'new',
    run: (tx, actor, { body }, id) => giveFeedback(tx, actor, id, body),
    show: (tx, _actor, id) => readFeedback(tx, id),
  })
  http.read(feedback.listMyFeedback, (tx, actor, { query }) =>
    readMyFeedback(tx, actor, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.read(feedback.listFeedback, (tx, actor, { query }) =>
    readWaitingFeedback(tx, actor, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.write(feedback.answerFeedback, {
    subject: ({ params }) => params.feedbackId,
    run: (tx, actor, { params, body }) => answerFeedback(tx, actor, params.feedbackId, body.answer),
    show: (tx, _actor, id) => readFeedback(tx, id),
  })
}
