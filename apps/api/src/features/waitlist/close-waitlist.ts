import type { Tx } from '../../platform/db.ts'
import { tell } from '../notices/tell-person.ts'
import { lockPlaces } from '../shifts/store.ts'
import { toldOf } from './move-up-waitlist.ts'
import { closeBegun, findBegun } from './store.ts'

/** Every minute: once a shift begins nobody waits for it any more; whoever did is told. Returns how many. */
export async function closeWaitlists(tx: Tx): Promise<number> {
  const begun = await findBegun(tx)
  if (begun.length === 0) return 0
  await lockPlaces(tx, begun)
  const closed = await closeBegun(tx, begun)
  await tell(
    tx,
    closed.map((one) => toldOf(one, one, { kind: 'signup-no-place' })),
  )
  return closed.length
}
