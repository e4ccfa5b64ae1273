import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { powerOver } from '../papers/rules.ts'
import type { Actor } from '../roles/rules.ts'
import { deleteInsurance, lockInsurance } from './store.ts'

/** Takes away what was recorded by mistake; the audit log keeps who did it. */
export async function removeInsurance(tx: Tx, actor: Actor, id: string): Promise<void> {
  const found = (await lockInsurance(tx, id)) ?? refuse('not-found')
  const power = powerOver(actor, found)
  if (power !== 'decides') refuse(power === 'looks' || found.personId === actor.personId ? 'not-allowed' : 'not-found')
  await deleteInsurance(tx, id)
  await writeAudit(tx, {
    actorId: actor.personId,
    action: 'remove-insurance',
    subjectKind: 'insurance',
    subjectId: id,
  })
}
