import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { mayEnd, viewerOf } from './rules.ts'
import { lockPairing, savePairing } from './store.ts'

/** Ends it: either of the pair, or staff above. The others are told, kindly; the visits remain. */
export async function endPairing(tx: Tx, actor: Actor, pairingId: string): Promise<void> {
  const pairing = await lockPairing(tx, pairingId)
  const viewer = pairing && viewerOf(pairing, actor, civilDay(tx.now))
  if (!pairing || viewer === undefined) return refuse('not-found')
  orRefuseTrue(mayEnd(viewer, pairing.state))
  await savePairing(tx, pairingId, { state: 'ended', endedAt: tx.now, endedById: actor.personId })
  const pair = [pairing.volunteerId, ...(pairing.householdPersonId ? [pairing.householdPersonId] : [])]
  const told = [...pair.map((personId) => ({ personId })), { keepersOf: pairing.unitId }]
  await tell(
    tx,
    told.map((to) => ({ to, kind: 'pairing-ended' as const, about: '', pairingId })),
    actor.personId,
  )
}
