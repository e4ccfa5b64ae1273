import * as notices from '@sidan/types/notices'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readNotice } from './read-notice.ts'
import { readNotices } from './reads.ts'

export function noticesRoutes(http: Http<Actor>): void {
  http.read(notices.listNotices, (tx, actor, { query }) =>
    readNotices(tx, actor, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.write(notices.readNotices, {
    subject: ({ params }) => params.noticeId,
    run: (tx, actor, { params }) => readNotice(tx, actor, params.noticeId),
    show: async (_tx, _actor, noticeId) => ({ noticeId, read: true as const }),
  })
}
