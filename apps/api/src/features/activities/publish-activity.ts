import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { requestCheck } from '../word-checks/request-check.ts'
import { callComplete, mayRun } from './rules.ts'
import { type ActivityRow, lockActivity, saveActivity } from './store.ts'

/** An activity for whoever runs it, locked and as they last saw it. Refuses not-found, not-allowed, activity-changed. */
export async function openActivity(
  tx: Tx,
  actor: Actor,
  asked: { activityId: string; version: number },
): Promise<ActivityRow> {
  const { row, instituteId } = await lockActivity(tx, asked.activityId)
  if (!mayRun(actor, { unitId: row.unitId, instituteId, teamId: row.teamId }))
    refuse(row.state === 'draft' ? 'not-found' : 'not-allowed')
  if (row.version !== asked.version) refuse('activity-changed')
  return row
}

/** Publishes a draft: found by everybody once its words are checked (rule-44). rule-03: not before it says what there is to do and what its risks are. */
export async function publishActivity(
  tx: Tx,
  actor: Actor,
  asked: { activityId: string; version: number },
): Promise<void> {
  const row = await openActivity(tx, actor, asked)
  if (row.state !== 'draft') refuse('activity-not-open')
  if (!callComplete(row)) refuse('call-incomplete')
  if (row.startsAt <= tx.now) refuse('period-invalid')
  await saveActivity(tx, row, { state: 'published', publishedById: actor.personId, publishedAt: tx.now })
  await requestCheck(tx, 'activity', { words: row.title, subjectId: row.id, authorId: actor.personId })
}
