import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { substituteTime, viewerOf } from './rules.ts'
import { findPerson, lockPairing, saveSubstitute } from './store.ts'

/** The volunteer, or staff above, asks somebody to stand in for a time. */
export async function nameSubstitute(
  tx: Tx,
  actor: Actor,
  pairingId: string,
  { personId, fromDay, untilDay }: { personId: string; fromDay: string; untilDay: string },
): Promise<void> {
  const today = civilDay(tx.now)
  const pairing = await lockPairing(tx, pairingId)
  const viewer = pairing && viewerOf(pairing, actor, today)
  if (!pairing || viewer === undefined) return refuse('not-found')
  if (viewer !== 'volunteer' && viewer !== 'staff') refuse('not-allowed')
  if (pairing.state !== 'going') refuse('pairing-not-open')
  orRefuseTrue(substituteTime({ from: fromDay, until: untilDay }, today))
  const known = personId !== pairing.volunteerId && personId !== pairing.householdPersonId
  if (!known || !(await findPerson(tx, personId))?.volunteer) refuse('target-unknown')
  await saveSubstitute(tx, { pairingId, personId, fromDay, untilDay, byId: actor.personId })
  await tell(tx, [{ to: { personId }, kind: 'pairing-stand-in', about: '', pairingId }], actor.personId)
}
