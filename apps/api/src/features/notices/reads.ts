import type { AnswerOf } from '@sidan/types/endpoint'
import type { listNotices } from '@sidan/types/notices'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'

type Item = AnswerOf<typeof listNotices>['items'][number]

/** 消息: newest first. */
export async function readNotices(
  tx: Tx,
  reader: { personId: string },
  asked: { cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listNotices>> {
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const rows = await tx.rows<Omit<Item, 'at'> & { at: Date }>({
    name: 'notices.list',
    text: `select id as "noticeId", kind, about, order_id as "orderId", record_id as "recordId", redemption_id as "redemptionId",
        activity_id as "activityId", shift_id as "shiftId", team_id as "teamId", minutes, points, words, reason, at,
        read_at is not null as read
      from notices where county_id = $1 and person_id = $2 and ($3::timestamptz is null or (at, id) < ($3, $4::uuid))
      order by at desc, id desc limit $5`,
    values: [tx.countyId, reader.personId, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1],
  })
  return pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.at.toISOString(), row.noticeId),
    (row) => ({ ...row, at: row.at.toISOString() }),
  )
}
