import type { QualificationRefusal } from '@sidan/types/qualifications'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { mayDecide } from './rules.ts'
import { lockQualification, saveDecision } from './store.ts'

/** Staff refuse a paper with a reason that its owner reads; the owner may add it again. */
export async function refuseQualification(
  tx: Tx,
  actor: Actor,
  id: string,
  why: { reason: QualificationRefusal; words?: string | undefined },
): Promise<void> {
  const paper = (await lockQualification(tx, id)) ?? refuse('not-found')
  const may = mayDecide(paper, actor)
  if (may !== true) refuse(may)
  await saveDecision(tx, id, actor.personId, { reason: why.reason, words: why.words ?? null })
  await writeAudit(tx, {
    actorId: actor.personId,
    action: 'refuse-qualification',
    subjectKind: 'qualification',
    subjectId: id,
  })
  await tell(tx, [{ to: { personId: paper.personId }, kind: 'qualification-refused', about: paper.name }])
}
