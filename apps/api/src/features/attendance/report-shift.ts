import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { knowsPhotos } from '../photos/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { saveReport } from '../shifts/store.ts'
import { requestCheck } from '../word-checks/request-check.ts'
import { runShift } from './reads.ts'
import { mayCallRoll } from './rules.ts'

/** What came of a shift: how many others came, words and photos if anybody wants to (rule-29). Told again, it takes the place of what was told. */
export async function reportShift(
  tx: Tx,
  actor: Actor,
  report: { shiftId: string; othersServedTimes: number; words: string | null; photos: string[] },
): Promise<void> {
  orRefuseTrue(mayCallRoll(await runShift(tx, actor, report.shiftId), tx.now))
  const photos = [...new Set(report.photos)]
  if (photos.length > 0 && !(await knowsPhotos(tx, photos))) refuse('photo-refused', 'upload the photo first')
  await saveReport(tx, { ...report, photos, byId: actor.personId })
  await requestCheck(tx, 'shiftReport', { words: report.words, subjectId: report.shiftId, authorId: actor.personId })
}
