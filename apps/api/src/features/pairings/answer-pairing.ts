import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { viewerOf } from './rules.ts'
import { eraseHousehold, lockPairing, savePairing } from './store.ts'

/** The volunteer says yes or no; a no costs nothing, and the unit looks for somebody else (rule-09). */
export async function answerPairing(tx: Tx, actor: Actor, pairingId: string, accept: boolean): Promise<void> {
  const pairing = await lockPairing(tx, pairingId)
  const viewer = pairing && viewerOf(pairing, actor, civilDay(tx.now))
  if (!pairing || viewer === undefined) return refuse('not-found')
  if (viewer !== 'volunteer') refuse('not-allowed')
  if (pairing.state !== 'asked') refuse('pairing-not-open')
  await savePairing(tx, pairingId, { state: accept ? 'going' : 'declined', answeredAt: tx.now })
  if (!accept) await eraseHousehold(tx, pairingId)
  const kind = accept ? ('pairing-accepted' as const) : ('pairing-declined' as const)
  const told = [
    { keepersOf: pairing.unitId },
    ...(accept && pairing.householdPersonId ? [{ personId: pairing.householdPersonId }] : []),
  ]
  await tell(
    tx,
    told.map((to) => ({ to, kind, about: actor.displayName, pairingId })),
    actor.personId,
  )
}
