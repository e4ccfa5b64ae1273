import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { lockKeptPartner } from './change-partner.ts'
import { endClerks, isPartnerInUse, savePartner } from './store.ts'

/** The county deals with them no more. Whoever does it again changes nothing. */
export async function closePartner(tx: Tx, actor: Actor, partnerId: string): Promise<void> {
  const partner = await lockKeptPartner(tx, actor, partnerId)
  if (partner.closed) return
  if (await isPartnerInUse(tx, partnerId)) refuse('partner-in-use')
  await savePartner(tx, partnerId, { closedAt: tx.now })
  const about = partner.name
  const left = await endClerks(tx, partnerId, actor.personId)
  await tell(
    tx,
    left.map((personId) => ({ to: { personId }, kind: 'role-ended' as const, about })),
    actor.personId,
  )
  await writeAudit(tx, {
    actorId: actor.personId,
    action: 'close-partner',
    subjectKind: 'partner',
    subjectId: partnerId,
  })
}
