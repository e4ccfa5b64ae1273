import * as notices from '@sidan/types/notices'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import { readNotice } from './read-notice.ts'
import { readNotices } from './reads.ts'

/** Whoever is signed in has notices, whatever else they may do. */
export function noticesRoutes<Reader extends { personId: string }>(http: Http<Reader>): void {
  http.read(notices.listNotices, (tx, reader, { query }) =>
    readNotices(tx, reader, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.write(notices.readNotices, {
    subject: ({ params }) => params.noticeId,
    run: (tx, reader, { params }) => readNotice(tx, reader, params.noticeId),
    show: async (_tx, _reader, noticeId) => ({ noticeId, read: true as const }),
  })
}
