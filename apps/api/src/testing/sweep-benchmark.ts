/** How long the sweep takes over a county with so many ledger entries, in a database of its own. */
import { join } from 'node:path'
import { loadPreset } from '@sidan/counties/load-preset'
import { CountyId } from '@sidan/types/ids'
import { sweepChecks } from '../database-files.ts'
import { rootFolder } from '../env.ts'
import { setUpCounty } from '../features/counties/set-up-county.ts'
import { sweepCounty } from '../features/sweep/sweep-county.ts'
import { openDatabase } from '../platform/db.ts'
import { countOf, fillCounty } from './fill-county.ts'
import { startCluster, stopCluster } from './test-cluster.ts'
import { createTestDatabase } from './test-database.ts'

/** How often the hundred people who fill a county with 50,000 entries are there. */
const sizes = { short: 1, long: 20 }
export type Size = keyof typeof sizes

const countyId = CountyId.parse(420882)

const secondsSince = (from: number): number => Math.round((performance.now() - from) / 10) / 100

/** Fills a database of its own, sweeps it as the owner, and says how long each took. */
export async function benchmarkSweep(size: Size) {
  await startCluster()
  try {
    const database = await createTestDatabase()
    const owner = openDatabase({ url: database.urls.owner, maxConnections: 1 })
    const admin = openDatabase({ url: database.adminUrl, maxConnections: 1 })
    const preset = loadPreset(join(rootFolder, 'packages/counties/presets'), 'jingshan')
    await owner.inCounty(countyId, (tx) => setUpCounty(tx, preset))
    const filling = performance.now()
    await fillCounty(admin, countyId, sizes[size])
    const fillSeconds = secondsSince(filling)
    await admin.reference({ text: 'set statement_timeout = 0; analyze' })
    const tables = [
      'entries',
      'transfers',
      'lots',
      'service_records',
      'orders',
      'order_events',
      'clock_events',
      'redemptions',
    ]
    const result = await owner.inCounty(countyId, async (tx) => {
      await tx.query({ text: 'set local statement_timeout = 0' })
      const rows: Record<string, number> = {}
      for (const table of tables) rows[table] = await countOf(tx, table)
      const sweeping = performance.now()
      const { differences, checks } = await sweepCounty(tx, sweepChecks())
      const sweepSeconds = secondsSince(sweeping)
      const slowest = [...checks].sort((one, other) => other.milliseconds - one.milliseconds).slice(0, 8)
      return {
        rows,
        fillSeconds,
        sweepSeconds,
        differences,
        slowest: slowest.map(({ name, milliseconds }) => ({ name, milliseconds })),
      }
    })
    await owner.end()
    await admin.end()
    return result
  } finally {
    await stopCluster()
  }
}
