import type { BodyOf } from '@sidan/types/endpoint'
import type { recordStockMove } from '@sidan/types/reward-shelf'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { lockKept } from './change-item.ts'
import { countsOf, mayLeave } from './rules.ts'
import { insertMove } from './store.ts'

/** Pieces come in or leave. The item is locked as whoever exchanges it locks it: the last piece is exchanged or written off, never both. */
export async function recordMove(
  tx: Tx,
  actor: Actor,
  itemId: string,
  { kind, count, words }: BodyOf<typeof recordStockMove>,
): Promise<void> {
  const item = await lockKept(tx, actor, itemId)
  const by = countsOf(kind, count)
  orRefuseTrue(mayLeave(item.stockCount, by))
  await insertMove(tx, { itemId, kind, count, words: words ?? null, byId: actor.personId }, by)
}
