/** What writing an activity may be refused with. */
import { draftActivity } from '@sidan/types/activity-forms'
import { newId } from '../../platform/ids.ts'
import { activityForm } from '../activity-form.ts'
import type { World } from '../world.ts'
import { type Refusing, refused } from './verbs.ts'

const written = (as: string, more: (w: World) => object) => (w: World) => ({ as, body: activityForm(w, more(w)) })
const at = (from: string, until: string, signUpUntil: string | null = null) => ({
  shifts: [{ startsAt: from, endsAt: until, signUpUntil }],
})

const asking = (more: object) => (w: World) => ({
  openings: activityForm(w).openings.map((one) => ({ ...one, ...more })),
})

export const refusalsOfDrafts: Refusing[] = [
  refused(
    draftActivity,
    'skill-unknown',
    'the county knows no such skill',
    written('keeper', asking({ skill: 'alchemy' })),
  ),
  refused(
    draftActivity,
    'skill-unknown',
    'the county has no such platform',
    written('keeper', () => ({ platformCode: 'alchemy' })),
  ),
  refused(
    draftActivity,
    'qualification-unknown',
    'the county knows no such paper, so nobody could ever fit',
    written('keeper', asking({ qualification: 'alchemist' })),
  ),
  refused(
    draftActivity,
    'not-found',
    'no unit has that id',
    written('keeper', () => ({ unitId: newId() })),
  ),
  refused(
    draftActivity,
    'not-found',
    'the unit is another county’s',
    written('keeper', (w) => ({ unitId: w.daye.county.stage.stationId })),
  ),
  refused(
    draftActivity,
    'not-found',
    'no team has that id',
    written('keeper', () => ({ teamId: newId() })),
  ),
  refused(
    draftActivity,
    'not-allowed',
    'the institute is above the keeper',
    written('keeper', (w) => ({ unitId: w.county.stage.instituteId })),
  ),
  ...['resident', 'volunteer', 'gridWorker', 'merchant', 'auditor'].map((as) =>
    refused(
      draftActivity,
      'not-allowed',
      `${as} writes one`,
      written(as, () => ({})),
    ),
  ),
  refused(
    draftActivity,
    'not-allowed',
    'a leader writes for a unit without the team',
    written('second', () => ({})),
  ),
  refused(
    draftActivity,
    'period-invalid',
    'it is over',
    written('keeper', (w) => at(`${w.day(-3)}T01:00:00.000Z`, `${w.day(-3)}T02:00:00.000Z`)),
  ),
  refused(
    draftActivity,
    'period-invalid',
    'it ends before it starts',
    written('keeper', (w) => at(`${w.day(3)}T02:00:00.000Z`, `${w.day(3)}T01:00:00.000Z`)),
  ),
  refused(
    draftActivity,
    'period-invalid',
    'sign-up ends after the start',
    written('keeper', (w) => at(`${w.day(3)}T01:00:00.000Z`, `${w.day(3)}T03:00:00.000Z`, `${w.day(3)}T02:00:00.000Z`)),
  ),
  refused(
    draftActivity,
    'period-invalid',
    'two shifts begin together',
    written('keeper', (w) => ({ shifts: [...activityForm(w).shifts, ...activityForm(w).shifts] })),
  ),
  refused(
    draftActivity,
    'openings-wrong',
    'people sign up for nothing',
    written('keeper', () => ({ openings: [] })),
  ),
  refused(
    draftActivity,
    'openings-wrong',
    'rule-16 children are called to hazardous work',
    written('keeper', (w) => ({
      hazardous: true,
      openings: activityForm(w).openings.map((opening) => ({ ...opening, kind: 'child' })),
    })),
  ),
]
