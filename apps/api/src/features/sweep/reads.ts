import type { Tx } from '../../platform/db.ts'
import type { Check } from './rules.ts'

const examplesCount = 20

/** From here on the transaction only reads, takes the time it needs, and sorts in memory what fits there. */
export const onlyRead = (tx: Tx): Promise<unknown> =>
  tx.query({ text: `set transaction read only; set local statement_timeout = 0; set local work_mem = '64MB'` })

/** How many rows a check finds in the county, and the first of them. One statement, so one moment: it may run while people work. */
export async function readDifferences(tx: Tx, { sql }: Check): Promise<{ differences: number; examples: unknown[] }> {
  const rows = await tx.rows<{ differences: number; example: unknown }>({
    text: `with differing as (\n${sql}\n)
      select count(*) over () as differences, to_jsonb(differing) as example from differing limit ${examplesCount}`,
    values: [tx.countyId],
  })
  return { differences: rows[0]?.differences ?? 0, examples: rows.map(({ example }) => example) }
}
