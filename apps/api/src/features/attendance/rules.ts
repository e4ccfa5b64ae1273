/** 点名: who was there. Not coming is noted, with a reason if there is one, and never held against anybody (rule-09). */
import type { ProblemCode } from '@sidan/types/problems'
import { rollOpen } from '../activities/rules.ts'
import type { ShiftFacts } from '../shifts/rules.ts'

/** Who signed up after the evening before is reminded so long before the start. */
const remindMs = 2 * 3_600_000

/** The roll is called, and what came of the shift is told, from half an hour before the start until a day after the end. */
export const mayCallRoll = (shift: ShiftFacts, now: Date): true | ProblemCode =>
  shift.activityState === 'published' && rollOpen(shift, now) ? true : 'roll-not-now'

/** A child is fetched from where the roll found it, once. */
export const isThere = (child: {
  attendance: 'present' | 'absent' | null
  pickedUpAt: Date | null
}): true | ProblemCode => (child.attendance === 'present' && child.pickedUpAt === null ? true : 'child-not-there')

/** From when on whoever is confirmed late is reminded. */
export const lateReminderUntil = (now: Date): Date => new Date(now.getTime() + remindMs)
