/**
 * `pnpm sweep`: re-adds the books of every county, with the same settings as the program itself, and prints what differs as JSON. It changes nothing and
 * may run while people work. Ends with 1 when anything differs or could not be asked, with 2 when it was called wrongly.
 */
import { CountyId } from '@sidan/types/ids'
import { sweepChecks } from './database-files.ts'
import { readSettings } from './env.ts'
import type { CountyResult } from './features/sweep/rules.ts'
import { sweepCounty } from './features/sweep/sweep-county.ts'
import { type Database, openDatabase } from './platform/db.ts'
import { attachDatabase } from './start-database.ts'

const usage = 'pnpm sweep [county code]\n'

interface County {
  county_id: number
  name: string
}

/** The counties there are, or the one that is asked for. A database without any is no answer: it is the wrong database. */
async function findCounties(owner: Database, code: string | undefined): Promise<County[]> {
  const [table] = await owner.reference({ text: `select 1 where to_regclass('public.counties') is not null` })
  const counties = table
    ? await owner.reference<County>({
        text: 'select county_id, name from counties where $1::text is null or county_id::text = $1 order by county_id',
        values: [code ?? null],
      })
    : []
  if (counties.length === 0) throw new Error(`there is no county${code ? ` ${code}` : ''} in this database`)
  return counties
}

async function sweep(
  code: string | undefined,
): Promise<{ differences: number; counties: (CountyResult & { name: string })[] }> {
  const checks = sweepChecks()
  const database = await attachDatabase(readSettings())
  const owner = openDatabase({ url: database.urls.owner, maxConnections: 1 })
  try {
    const counties = []
    for (const { county_id, name } of await findCounties(owner, code)) {
      const found = await owner.inCounty(CountyId.parse(county_id), (tx) => sweepCounty(tx, checks))
      counties.push({ name, ...found })
    }
    return { differences: counties.reduce((sum, one) => sum + one.differences, 0), counties }
  } finally {
    await owner.end()
    await database.stop()
  }
}

const [code, ...more] = process.argv.slice(2)
if (more.length > 0 || (code !== undefined && !/^\d{6}$/.test(code))) {
  process.stderr.write(usage)
  process.exitCode = 2
} else {
  try {
    const found = await sweep(code)
    process.stdout.write(`${JSON.stringify({ sweptAt: new Date().toISOString(), ...found }, null, 2)}\n`)
    process.exitCode = found.differences === 0 ? 0 : 1
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
