/** How an activity is written in tests. */
import type { County } from './test-app.ts'

interface Place {
  county: County
  day(daysAhead: number): string
}

/** A call at the keeper's station. */
export const activityForm = (w: Place, more: object = {}) => ({
  unitId: w.county.stage.stationId,
  teamId: null,
  title: '防诈骗小课堂',
  place: '二楼活动室',
  content: '民警讲最近的骗法',
  risks: '楼梯有点陡',
  platformCode: null,
  audience: 'elderly',
  hazardous: false,
  signUp: 'open',
  privateDetails: '门锁 4821',
  openings: [
    {
      kind: 'volunteer',
      name: '引导员',
      ageFrom: null,
      ageUpTo: null,
      qualification: null,
      skill: null,
      capacity: 3,
      overbook: 0,
      waitlist: 5,
    },
  ],
  shifts: [{ startsAt: `${w.day(3)}T01:00:00.000Z`, endsAt: `${w.day(3)}T02:00:00.000Z`, signUpUntil: null }],
  ...more,
})
/** What `changeActivity` takes of the form. */
export const rewritten = (w: Place, more: object = {}) => {
  const { unitId: _unit, openings: _openings, shifts: _shifts, ...written } = activityForm(w)
  return { ...written, ...more }
}
