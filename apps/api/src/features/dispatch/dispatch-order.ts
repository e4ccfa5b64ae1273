import type { OrderTarget } from '@sidan/types/orders'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { type Telling, tell } from '../notices/tell-person.ts'
import { addOfficeMinutes, serviceDayOf } from '../office-hours/rules.ts'
import { lockForMove } from '../orders/open-order.ts'
import type { OrderInHand } from '../orders/reads.ts'
import { saveGoers, saveMove } from '../orders/store.ts'
import type { Actor } from '../roles/rules.ts'
import { abilitiesOf } from '../standing/reads.ts'
import { lacks } from '../standing/rules.ts'
import { mayTarget } from './rules.ts'
import { findLeaders } from './store.ts'

export interface Dispatching {
  orderId: string
  version: number
  target: OrderTarget
  startsAt?: string | undefined
  endsAt?: string | undefined
}

/**
 * 派单 or 转派: to a volunteer, to a team, or open for claiming. Who was asked or had accepted before is told that it goes elsewhere; nobody is ever
 * assigned by this — whoever is asked answers (rule-09).
 */
export async function dispatchOrder(tx: Tx, actor: Actor, input: Dispatching): Promise<void> {
  const hand = await lockForMove(tx, actor, input.orderId, 'dispatch', input.version)
  const { row, item, station, policy, move } = hand
  const allowed = mayTarget(input.target, policy.orderFlow)
  if (allowed !== true) refuse(allowed)
  const appointment = appointmentFrom(input, tx.now)
  const asked = await askedBy(tx, hand, input.target, serviceDayOf({ ...row, ...appointment }, tx.now))
  await saveMove(tx, row, {
    verb: 'dispatch',
    to: move.to,
    byId: actor.personId,
    toPersonId: input.target.kind === 'person' ? input.target.personId : null,
    toTeamId: input.target.kind === 'team' ? input.target.teamId : null,
    patch: {
      targetKind: input.target.kind,
      targetPersonId: input.target.kind === 'person' ? input.target.personId : null,
      targetTeamId: input.target.kind === 'team' ? input.target.teamId : null,
      assigneeId: null,
      assigneeTeamId: null,
      acceptedAt: null,
      dispatchedAt: row.dispatchedAt ?? tx.now,
      answeredAt: row.answeredAt ?? tx.now,
      dueAt: addOfficeMinutes(tx.now, policy.orderFlow.deadlineMinutes.dispatched, station),
      ...appointment,
    },
  })
  if (hand.facts.goerIds.length > 0) await saveGoers(tx, row.id, [])
  const before = new Set([...hand.facts.goerIds, row.assigneeId, row.targetPersonId])
  const tellings: Telling[] = asked.map((personId) => ({
    to: { personId },
    kind: 'order-sent-to-you',
    about: item.title,
    orderId: row.id,
  }))
  for (const personId of before) {
    if (personId === null || asked.includes(personId)) continue
    tellings.push({ to: { personId }, kind: 'order-dispatched-anew', about: item.title, orderId: row.id })
  }
  await tell(tx, tellings, actor.personId)
}

/** Who is asked, checked: exists, is active, fits on the day (rules 5, 6, 16), and is not the one who ordered. */
async function askedBy(tx: Tx, hand: OrderInHand, target: OrderTarget, day: string): Promise<string[]> {
  if (target.kind === 'claim') return []
  if (target.kind === 'team') {
    const leaders = await findLeaders(tx, target.teamId)
    return leaders.length > 0 ? leaders : refuse('target-unknown')
  }
  if (target.personId === hand.row.requesterId) return refuse('own-order')
  const volunteer = await abilitiesOf(tx, target.personId, day)
  if (!volunteer) return refuse('target-unknown')
  const lacking = lacks(hand.facts.needs, volunteer)
  return lacking ? refuse(lacking) : [target.personId]
}

function appointmentFrom(input: Dispatching, now: Date): { startsAt: Date; endsAt: Date } | undefined {
  if (input.startsAt === undefined && input.endsAt === undefined) return undefined
  const startsAt = new Date(input.startsAt ?? '')
  const endsAt = new Date(input.endsAt ?? '')
  return startsAt < endsAt && endsAt > now ? { startsAt, endsAt } : refuse('period-invalid')
}
