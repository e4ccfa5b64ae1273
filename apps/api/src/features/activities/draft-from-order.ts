import { addDays, civilDay, momentOf } from '@sidan/types/civil'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { findOrder, type OrderInHand } from '../orders/reads.ts'
import { viewpoint } from '../orders/rules.ts'
import { type Actor, decidingTiers } from '../roles/rules.ts'
import { draftActivity } from './draft-activity.ts'

/** Makes a draft of what somebody ordered, for staff of the unit where it lies: nothing is typed twice (rule-30). The order stays as it is. */
export async function draftFromOrder(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  activityId: string,
  orderId: string,
): Promise<void> {
  const hand = await findOrder(tx, actor, orderId)
  if (viewpoint(hand.facts, actor) === undefined) refuse('not-found')
  const { row, item } = hand
  if (decidingTiers(actor, { stationId: row.stationId, instituteId: row.instituteId }).length === 0)
    refuse('not-allowed')
  await draftActivity(
    tx,
    actor,
    crypto,
    activityId,
    {
      unitId: row.stationId,
      teamId: null,
      title: item.title,
      place: item.place === 'station' ? '站里' : '到了再说',
      content: '',
      risks: '',
      platformCode: row.platformCode,
      audience: 'everybody',
      hazardous: item.hazardous,
      signUp: 'open',
      privateDetails: null,
      openings: [
        {
          kind: 'volunteer',
          name: '志愿者',
          capacity: Math.min(50, Math.max(2, Math.ceil((row.headCount ?? 1) / 20))),
          overbook: 0,
          waitlist: 5,
          ageFrom: item.hazardous ? 18 : null,
          ageUpTo: null,
          qualification: item.requiredQualification,
          skill: item.requiredSkill,
        },
      ],
      shifts: [shiftFor(hand, tx.now)],
    },
    { orderId },
  )
}

/** At the order's appointment; else on the day it asked for, at nine; else tomorrow at nine. */
function shiftFor({ row, item }: OrderInHand, now: Date) {
  const tomorrow = addDays(civilDay(now), 1)
  const day = row.slotDay !== null && row.slotDay > tomorrow ? row.slotDay : tomorrow
  const startsAt = row.startsAt !== null && row.startsAt > now ? row.startsAt : momentOf(day, '09:00')
  const endsAt = new Date(startsAt.getTime() + item.durationMinutes * 60_000)
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), signUpUntil: null }
}
