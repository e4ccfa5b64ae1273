import type { Tx } from '../../platform/db.ts'
import type { Actor } from '../roles/rules.ts'
import { lockOwn } from './leave-family.ts'
import { renewCode, saveShares } from './store.ts'

/** Whether the others may use the actor's points, from now on. */
export async function saveSharing(
  tx: Tx,
  actor: Actor,
  { familyId, shares }: { familyId: string; shares: boolean },
): Promise<void> {
  const { id } = await lockOwn(tx, actor, familyId)
  await saveShares(tx, id, shares)
}

/** A new code to let others in by. */
export async function renewFamilyCode(tx: Tx, actor: Actor, familyId: string): Promise<void> {
  await lockOwn(tx, actor, familyId)
  await renewCode(tx, familyId)
}
