import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { Actor } from '../roles/rules.ts'
import { mayReveal, viewerOf } from './rules.ts'
import { lockPairing } from './store.ts'

/** Writes down that somebody looks at where the household lives (rule-27). */
export async function revealHousehold(tx: Tx, actor: Actor, pairingId: string): Promise<void> {
  const today = civilDay(tx.now)
  const pairing = await lockPairing(tx, pairingId)
  if (!pairing || viewerOf(pairing, actor, today) === undefined) return refuse('not-found')
  orRefuseTrue(mayReveal(pairing, actor, today))
  const audited = { actorId: actor.personId, subjectKind: 'pairing', subjectId: pairingId }
  await writeAudit(tx, { ...audited, action: 'reveal-household' })
}
