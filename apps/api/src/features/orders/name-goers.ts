import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import { serviceDayOf } from '../office-hours/rules.ts'
import type { Actor } from '../roles/rules.ts'
import { lacks } from '../standing/rules.ts'
import { findMembers } from '../teams/reads.ts'
import { lockForMove } from './open-order.ts'
import type { OrderInHand } from './reads.ts'
import { noClockRuns, saveGoers, saveMove } from './store.ts'

/** The leader of the accepting team names who goes. Each must be a member, a volunteer, fit on the day (rules 5, 6, 16), and not the requester. */
export async function nameGoers(
  tx: Tx,
  actor: Actor,
  input: { orderId: string; version: number; goers: string[] },
): Promise<void> {
  const hand = await lockForMove(tx, actor, input.orderId, 'nameGoers', input.version)
  const { row, item, move, facts } = hand
  await noClockRuns(tx, row.id)
  await checkGoers(tx, hand, row.assigneeTeamId ?? '', input.goers)
  await saveMove(tx, row, { verb: 'nameGoers', to: move.to, byId: actor.personId, toTeamId: row.assigneeTeamId })
  await saveGoers(tx, row.id, input.goers)
  const added = input.goers.filter((personId) => !facts.goerIds.includes(personId))
  await tell(
    tx,
    added.map((personId) => ({ to: { personId }, kind: 'you-are-going', about: item.title, orderId: row.id })),
    actor.personId,
  )
}

/** Refuses goers-not-in-team, own-order or what somebody lacks, when one of those named cannot go. */
export async function checkGoers(tx: Tx, hand: OrderInHand, teamId: string, goers: string[]): Promise<void> {
  if (goers.includes(hand.row.requesterId)) refuse('own-order')
  const members = await findMembers(tx, teamId, goers, serviceDayOf(hand.row, tx.now))
  if (members.length !== new Set(goers).size) refuse('goers-not-in-team')
  for (const member of members) {
    const lacking = lacks(hand.facts.needs, member)
    if (lacking) refuse(lacking)
  }
}
