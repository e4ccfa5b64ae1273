import * as counts from '@sidan/types/action-counts'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { countAction } from './count-action.ts'
import { readActionCount, readActionCounts, readRunningActions } from './reads.ts'
import { reverseCount } from './reverse-count.ts'

export function actionCountsRoutes(http: Http<Actor>): void {
  http.read(counts.listRunningActions, (tx, actor, { params, query }) =>
    readRunningActions(tx, actor, { ...params, ...query }),
  )
  http.read(counts.listActionCounts, (tx, actor, { params, query }) =>
    readActionCounts(tx, actor, params.unitId, { ...query, limit: pageLimit(query.limit) }),
  )
  http.write(counts.countAction, {
    subject: 'new',
    run: (tx, actor, { params, body }, newId) => countAction(tx, actor, { ...params, ...body, newId }),
    show: readActionCount,
  })
  http.write(counts.reverseActionCount, {
    subject: ({ params }) => params.countId,
    run: (tx, actor, { params, body }) => reverseCount(tx, actor, { ...params, ...body }),
    show: readActionCount,
  })
}
