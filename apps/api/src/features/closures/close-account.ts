import { consentPurposes } from '@sidan/types/consents'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { withdrawConsents } from '../consents/withdraw-consent.ts'
import { leaveAnyFamily } from '../families/leave-family.ts'
import { endDecisions } from '../fraud/end-decision.ts'
import { cancelOrder } from '../orders/cancel-order.ts'
import { declineOrder } from '../orders/decline-order.ts'
import { returnOrder } from '../orders/return-order.ts'
import { endPairing } from '../pairings/end-pairing.ts'
import { cancelPaid, cancelRedemption } from '../rewards/cancel-redemption.ts'
import type { Actor } from '../roles/rules.ts'
import { leaveShift } from '../signups/leave-shift.ts'
import { mayClose, neutralName, neutralWords } from './rules.ts'
import { erasePerson, lockUnfinished } from './store.ts'

/**
 * 注销: whoever counted on the person is told as in any other case (orders cancelled, declined, handed back; shifts left, pairings ended), vouchers go back to the shelf, what they owe ends, every consent
 * is withdrawn, and then the person is made nobody: the records stay, and tell of nobody (rule-26).
 */
export async function closeAccount(tx: Tx, actor: Actor, crypto: Crypto, understood: boolean): Promise<void> {
  const { personId } = actor
  const unfinished = await lockUnfinished(tx, personId)
  orRefuseTrue(mayClose({ understood, ...unfinished }))
  for (const order of unfinished.toCancel) await cancelOrder(tx, actor, order)
  for (const order of unfinished.toDecline) await declineOrder(tx, actor, order)
  for (const order of unfinished.toReturn) await returnOrder(tx, actor, order)
  for (const signup of unfinished.signups) await leaveShift(tx, actor, signup)
  for (const pairing of unfinished.pairings) await endPairing(tx, actor, pairing)
  for (const voucher of unfinished.vouchers) await cancelRedemption(tx, actor, voucher)
  // First out of the family, so that nobody exchanges with their points any more.
  await leaveAnyFamily(tx, personId)
  await cancelPaid(tx, actor)
  await endDecisions(tx, personId)
  await withdrawConsents(tx, { personId, byId: personId }, crypto, consentPurposes)
  await erasePerson(tx, personId, { name: neutralName, words: neutralWords })
  await writeAudit(tx, { actorId: personId, action: 'close-account', subjectKind: 'person', subjectId: personId })
}
