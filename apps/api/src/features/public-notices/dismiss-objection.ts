import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import { policyOf } from '../policy/reads.ts'
import { lockRecord } from '../records/store.ts'
import type { Actor } from '../roles/rules.ts'
import { endNotice } from './end-notice.ts'
import { mayDismiss } from './rules.ts'
import { findObjection, saveDismissal } from './store.ts'

/** 异议不成立, by another person than who approved the record: who objected reads why, and what is over by now is posted at once. */
export async function dismissObjection(
  tx: Tx,
  actor: Actor,
  input: { objectionId: string; words: string },
): Promise<void> {
  const named = await findObjection(tx, input.objectionId)
  if (!named) return refuse('not-found')
  const locked = await lockRecord(tx, named.recordId)
  const { record, title } = locked
  // Read anew under the record's lock: of two who dismiss it at once the second finds it dismissed.
  const objection = (await findObjection(tx, input.objectionId)) ?? named
  const { hours } = await policyOf(tx, record.policyVersion)
  const facts = { ...record, minutes: record.clockedMinutes + record.declaredMinutes }
  const dismissed = objection.dismissedAt !== null
  orRefuseTrue(mayDismiss(facts, { byId: objection.byId, dismissed }, actor, hours))
  await saveDismissal(tx, input.objectionId, actor.personId, input.words)
  await tell(
    tx,
    [{ to: { personId: objection.byId }, kind: 'objection-dismissed', about: title, words: input.words }],
    actor.personId,
  )
  await endNotice(tx, locked)
}
