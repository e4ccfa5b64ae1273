import type { Tx } from '../../platform/db.ts'
import { activities } from './table.ts'

/** An active unit of the tiers. */
export async function findUnit(
  tx: Tx,
  unitId: string,
): Promise<{ id: string; instituteId: string | null } | undefined> {
  const [row] = await tx.rows<{ id: string; instituteId: string | null }>({
    name: 'activities.unit',
    text: `select id, institute_id as "instituteId" from units where county_id = $1 and id = $2 and active`,
    values: [tx.countyId, unitId],
  })
  return row
}

export async function insertActivity(
  tx: Tx,
  activity: Omit<typeof activities.$inferInsert, 'countyId' | 'publishedAt'>,
): Promise<void> {
  await tx.db.insert(activities).values({ ...activity, countyId: tx.countyId, publishedAt: tx.now })
}
