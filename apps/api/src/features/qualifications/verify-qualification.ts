import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { tell } from '../notices/tell-person.ts'
import { isOver } from '../papers/rules.ts'
import type { Actor } from '../roles/rules.ts'
import { mayDecide } from './rules.ts'
import { lockQualification, saveDecision } from './store.ts'

/** Staff find that a paper is as it says. Of two who decide at once the second is told that it was decided. */
export async function verifyQualification(tx: Tx, actor: Actor, id: string, paperSeen: boolean): Promise<void> {
  const paper = (await lockQualification(tx, id)) ?? refuse('not-found')
  const may = mayDecide(paper, actor)
  if (may !== true) refuse(may)
  if (paper.photoHash === null && !paperSeen) refuse('evidence-needed')
  if (isOver(paper.validUntilDay, tx.now)) refuse('paper-over')
  await saveDecision(tx, id, actor.personId)
  await writeAudit(tx, {
    actorId: actor.personId,
    action: paperSeen ? 'verify-qualification-seen' : 'verify-qualification',
    subjectKind: 'qualification',
    subjectId: id,
  })
  await tell(tx, [{ to: { personId: paper.personId }, kind: 'qualification-verified', about: paper.name }])
}
