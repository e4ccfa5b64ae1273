/** What the team held at the station last week, so that its page has something to show. */
import { addDays, momentOf } from '@sidan/types/civil'
import { draftActivity } from '../features/activities/draft-activity.ts'
import { publishActivity } from '../features/activities/publish-activity.ts'
import { reportShift } from '../features/attendance/report-shift.ts'
import type { Actor } from '../features/roles/rules.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { Cast, Stage } from './cast.ts'
import type { Telling } from './telling.ts'

export async function held(
  { clock, crypto }: Telling,
  as: <R>(key: string, act: (tx: Tx, actor: Actor) => Promise<R>) => Promise<R>,
  { cast, stage, today }: { cast: Cast; stage: Stage; today: string },
): Promise<void> {
  const activityId = newId()
  const at = (day: number, time: string) => momentOf(addDays(today, day), time)
  clock.now = at(-9, '10:00')
  await as('keeper', (tx, actor) =>
    draftActivity(tx, actor, crypto, activityId, {
      title: '旧物换绿植',
      place: '站门口',
      content: '旧书、旧衣服、旧电池拿来，换一盆绿植回家。',
      risks: '重的东西打电话，队员上门来搬。',
      audience: 'everybody',
      signUp: 'none',
      privateDetails: null,
      openings: [],
      unitId: stage.stationId,
      teamId: cast['team'] || null,
      platformCode: null,
      hazardous: false,
      shifts: [{ startsAt: at(-4, '09:00').toISOString(), endsAt: at(-4, '11:00').toISOString(), signUpUntil: null }],
    }),
  )
  await as('keeper', (tx, actor) => publishActivity(tx, actor, { activityId, version: 1 }))
  clock.now = at(-4, '14:00')
  await as('keeper', async (tx, actor) => {
    const [shift] = await tx.rows<{ shiftId: string }>({
      text: 'select id as "shiftId" from shifts where county_id = $1 and activity_id = $2',
      values: [tx.countyId, activityId],
    })
    await reportShift(tx, actor, { shiftId: shift?.shiftId ?? '', othersServedTimes: 26, words: null, photos: [] })
  })
}
