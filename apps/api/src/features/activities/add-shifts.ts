import type { ShiftForm } from '@sidan/types/activity-forms'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { openActivity } from './publish-activity.ts'
import { findShiftTimes } from './reads.ts'
import { shiftTimes, startApart, weeklyAfter } from './rules.ts'
import { addLikeTheLast, saveActivity } from './store.ts'

/** An activity has at most so many shifts: a school year of afternoons. */
const mostShifts = 300

/** Adds shifts as named, or the last one again every week. They have the places of the last. */
export async function addShifts(
  tx: Tx,
  actor: Actor,
  asked: { activityId: string; version: number; shifts: ShiftForm[]; weeksMore: number },
): Promise<void> {
  const row = await openActivity(tx, actor, asked)
  if (row.state === 'cancelled') refuse('activity-not-open')
  const before = await findShiftTimes(tx, row.id)
  const named = asked.shifts.map((shift) => {
    const answer = shiftTimes(shift, tx.now)
    return typeof answer === 'string' ? refuse(answer) : answer
  })
  const last = [...before, ...named].sort((a, b) => b.startsAt.getTime() - a.startsAt.getTime())[0]
  const weekly = last ? weeklyAfter(last, asked.weeksMore).filter(({ startsAt }) => startsAt > tx.now) : []
  const added = [...named, ...weekly]
  const all = [...before, ...added]
  if (added.length === 0 || all.length > mostShifts || !startApart(all)) refuse('period-invalid')
  await addLikeTheLast(tx, row.id, added)
  await saveActivity(tx, row, {})
}
