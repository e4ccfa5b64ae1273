import type { Actor } from '../features/roles/rules.ts'
import { giveToPool } from '../features/time-bank/give-to-pool.ts'
import { saveTime } from '../features/time-bank/save-time.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { Telling } from './telling.ts'

/** Where the county keeps a time bank, somebody saves what they served last and gives an hour of it to the pool. */
export async function tellPool(
  { preset }: Telling,
  as: <R>(key: string, act: (tx: Tx, actor: Actor) => Promise<R>) => Promise<R>,
): Promise<void> {
  if (preset.policy.timeBank === null) return
  await as('second', async (tx, actor) => {
    const [record] = await tx.rows<{ id: string }>({
      text: `select id from service_records where county_id = $1 and person_id = $2 and state = 'approved' order by started_at desc limit 1`,
      values: [tx.countyId, actor.personId],
    })
    if (!record) throw new Error('the story has no record to save')
    await saveTime(tx, actor, record.id)
    await giveToPool(tx, actor, newId(), 60)
  })
}
