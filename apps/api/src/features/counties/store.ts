import type { Preset } from '@sidan/types/preset'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '../../platform/db.ts'
import { catalogItems, qualificationKinds, risks, skills } from '../catalog/table.ts'
import { counties, units } from '../organisation/table.ts'
import { policies } from '../policy/table.ts'
import { rewardStockMoves } from '../reward-shelf/table.ts'
import { rewardItems } from '../rewards/table.ts'
import { teams } from '../teams/table.ts'

/** What a county consists of before anybody has come. */
export const tables = {
  units,
  policies,
  skills,
  qualificationKinds,
  risks,
  catalogItems,
  teams,
  rewardItems,
  rewardStockMoves,
}

/** Adds the county; false when it is there already. */
export async function insertCounty(tx: Tx, county: Preset['county']): Promise<boolean> {
  const made = await tx.db
    .insert(counties)
    .values({ ...county, countyId: tx.countyId, createdAt: tx.now })
    .onConflictDoNothing()
    .returning({ countyId: counties.countyId })
  return made.length === 1
}

/** Adds rows of the transaction's county, some hundreds at a time. */
export async function insertRows<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: Omit<Table['$inferInsert'], 'countyId'>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 400) {
    const part = rows.slice(from, from + 400).map((row) => ({ ...row, countyId: tx.countyId }))
    await tx.db.insert(table).values(part as unknown as Table['$inferInsert'][]) // the county is what was left out
  }
}
