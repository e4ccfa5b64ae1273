import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { tell } from '../notices/tell-person.ts'
import { powerOver } from '../papers/rules.ts'
import type { Actor } from '../roles/rules.ts'
import { endConsent, lockConsent } from './store.ts'

/** Withdraws a consent, which counts at once (rule-21): the guardian who gave it, or staff one on paper. The minor and the station are told. */
export async function withdrawConsent(tx: Tx, actor: Actor, id: string): Promise<void> {
  const consent = (await lockConsent(tx, id)) ?? refuse('not-found')
  const power = powerOver(actor, consent)
  const isTheirs = consent.guardianId === actor.personId || (consent.how === 'paper' && power === 'decides')
  if (!isTheirs) refuse(power !== 'nothing' || consent.minorId === actor.personId ? 'not-allowed' : 'not-found')
  if (consent.withdrawnAt !== null) refuse('consent-over')
  await endConsent(tx, id, actor.personId)
  await writeAudit(tx, {
    actorId: actor.personId,
    action: 'withdraw-guardian-consent',
    subjectKind: 'guardian-consent',
    subjectId: id,
  })
  const about = consent.guardianName ?? '家长'
  const station = consent.stationId === '' ? [] : [{ keepersOf: consent.stationId }]
  await tell(
    tx,
    [{ personId: consent.minorId }, ...station].map((to) => ({ to, kind: 'guardian-withdrew' as const, about })),
    actor.personId,
  )
}
