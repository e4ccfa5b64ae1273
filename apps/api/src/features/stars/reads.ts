import type { AnswerOf } from '@sidan/types/endpoint'
import type { listStarChanges } from '@sidan/types/stars'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { findStandings } from './store.ts'

type Change = AnswerOf<typeof listStarChanges>['items'][number]
type ChangeRow = Omit<Change, 'at' | 'ladderHours' | 'ratingSupplement'> & { at: Date }

/** 星级怎么来的: the caller's own changes, each with the ladder it was decided on. */
export async function readStarChanges(
  tx: Tx,
  actor: Actor,
  asked: { cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listStarChanges>> {
  const after = unpackCursor(asked.cursor, 'whole')
  const rows = await tx.rows<ChangeRow>({
    name: 'stars.changes',
    text: `select no, from_level as "fromLevel", to_level as "toLevel", reason, earned_minutes as "earnedMinutes", rating_count as "ratingCount",
        average_tenths as "averageTenths", policy_version as "policyVersion", at
      from star_changes where county_id = $1 and person_id = $2 and ($3::int is null or no < $3) order by no desc limit $4`,
    values: [tx.countyId, actor.personId, after?.[0] ?? null, asked.limit + 1],
  })
  const page = pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.no),
    (row) => row,
  )
  const items: Change[] = []
  for (const { at, ...row } of page.items) {
    const { stars } = await policyOf(tx, row.policyVersion)
    items.push({ ...row, ...stars, at: at.toISOString() })
  }
  const [standing] = await findStandings(tx, [actor.personId])
  const { personId: _self, no: _no, level, ...facts } = standing ?? nothingYet
  const { stars } = await policyOf(tx, actor.policyVersion)
  return { items, nextCursor: page.nextCursor, level, now: { ...facts, ...stars } }
}

const nothingYet = { personId: '', no: 0, level: 0, earnedMinutes: 0, ratingCount: 0, averageTenths: null }
