import type { Tx } from '../../platform/db.ts'
import { foldDays } from './fold-days.ts'
import { type Difference, markDifferences } from './store.ts'

/** How many days of units and teams were not what the facts come to, and the first of them. */
export interface Recount {
  differing: number
  examples: Difference[]
}

/** Counts every day anew from the facts and mends what differs. What was marked is folded first: a day that only waits for its minute is no fault. */
export async function recountDays(tx: Tx): Promise<Recount> {
  while ((await foldDays(tx)) > 0);
  const found = await markDifferences(tx)
  while ((await foldDays(tx)) > 0);
  return { differing: found[0]?.differing ?? 0, examples: found.map(({ differing, ...one }) => one) }
}
