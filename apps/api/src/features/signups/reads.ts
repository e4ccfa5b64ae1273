import type { AnswerOf } from '@sidan/types/endpoint'
import type { listMyShifts } from '@sidan/types/signups'
import type { Crypto } from '../../platform/crypto.ts'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { openDetails } from '../activities/reads.ts'
import { namesOfChildren } from '../children/reads.ts'
import { mayCheckIn } from '../clock/rules.ts'
import type { Actor } from '../roles/rules.ts'

type Item = AnswerOf<typeof listMyShifts>['items'][number]
interface Row extends Omit<Item, 'privateDetails' | 'mayClock' | 'childName' | 'startsAt' | 'endsAt'> {
  childId: string | null
  startsAt: Date
  endsAt: Date
  privateDetailsSealed: Buffer | null
}

const mineSql = (
  past: boolean,
) => `select n.id as "signupId", n.shift_id as "shiftId", n.activity_id as "activityId", a.title, a.place,
    a.private_details_sealed as "privateDetailsSealed", n.starts_at as "startsAt", n.ends_at as "endsAt", g.kind, g.name as "openingName",
    n.child_id as "childId", n.state, n.attendance,
    case when n.state = 'waiting' then (select count(*)::int from signups w where w.county_id = n.county_id and w.shift_id = n.shift_id
      and w.opening_id = n.opening_id and w.state = 'waiting' and (w.queued_at, w.id) <= (n.queued_at, n.id)) end as "waitingNo"
  from signups n
  join activities a on a.county_id = n.county_id and a.id = n.activity_id
  join openings g on g.county_id = n.county_id and g.id = n.opening_id
  where n.county_id = $1 and n.person_id = $2 and n.state <> 'left' and n.ends_at ${past ? '<=' : '>'} $3
    and ($4::timestamptz is null or (n.starts_at, n.id) ${past ? '<' : '>'} ($4, $5::uuid))
  order by n.starts_at ${past ? 'desc' : 'asc'}, n.id ${past ? 'desc' : 'asc'} limit $6`

/** 我的班次: what is coming, nearest first; or what is past, latest first. Private details while one is confirmed and it is not over (rule-07). */
export async function readMyShifts(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  asked: { past: boolean; cursor: string | undefined; limit: number },
): Promise<AnswerOf<typeof listMyShifts>> {
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const rows = await tx.rows<Row>({
    name: asked.past ? 'signups.mine-past' : 'signups.mine',
    text: mineSql(asked.past),
    values: [tx.countyId, actor.personId, tx.now, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1],
  })
  const names = await namesOfChildren(tx, actor, crypto, rows)
  return pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.startsAt.toISOString(), row.signupId),
    ({ privateDetailsSealed, childId, ...row }) => ({
      ...row,
      childName: names.get(childId) ?? null,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      privateDetails:
        row.state === 'confirmed' && row.endsAt > tx.now
          ? openDetails(tx, crypto, { id: row.activityId, privateDetailsSealed })
          : null,
      mayClock: row.kind === 'volunteer' && row.state === 'confirmed' && mayCheckIn(row, tx.now),
    }),
  )
}
