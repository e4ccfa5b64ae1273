import type { Tx } from '../../platform/db.ts'
import { onlyRead, readDifferences } from './reads.ts'
import { type Check, type CheckResult, type CountyResult, countyResult } from './rules.ts'

/** Asks every check of the county. Nothing is changed. */
export async function sweepCounty(tx: Tx, checks: readonly Check[]): Promise<CountyResult> {
  await onlyRead(tx)
  const results: CheckResult[] = []
  for (const check of checks) {
    const from = performance.now()
    const { differences, examples } = await readDifferences(tx, check)
    const milliseconds = Math.round(performance.now() - from)
    results.push({ name: check.name, promise: check.promise, differences, examples, milliseconds })
  }
  return countyResult(tx.countyId, results)
}
