import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import { appointmentOf, serviceDayOf } from '../office-hours/rules.ts'
import type { Actor } from '../roles/rules.ts'
import { standingOf } from '../standing/reads.ts'
import { lacks } from '../standing/rules.ts'
import { checkGoers } from './name-goers.ts'
import { lockForMove } from './open-order.ts'
import type { OrderInHand } from './reads.ts'
import { saveGoers, saveMove } from './store.ts'

/**
 * 接单: by the volunteer asked, by a leader for the asked team (naming who goes, or going alone), or by whoever is fit when it is open for claiming.
 * Of two who accept at once exactly one gets it: the second finds the version moved and is refused order-changed.
 */
export async function acceptOrder(
  tx: Tx,
  actor: Actor,
  input: { orderId: string; version: number; goers?: string[] | undefined },
): Promise<void> {
  const hand = await lockForMove(tx, actor, input.orderId, 'accept', input.version)
  const { row, item, move } = hand
  const teamId = row.targetKind === 'team' ? row.targetTeamId : null
  const goers = teamId === null ? [actor.personId] : (input.goers ?? [actor.personId])
  if (teamId !== null) await checkGoers(tx, hand, teamId, goers)
  else await checkOnTheDay(tx, hand, actor)
  const appointment =
    row.startsAt === null ? appointmentOf({ day: row.slotDay, part: row.slotPart }, item.durationMinutes) : null
  await saveMove(tx, row, {
    verb: 'accept',
    to: move.to,
    byId: actor.personId,
    toTeamId: teamId,
    patch: {
      assigneeId: actor.personId,
      assigneeTeamId: teamId,
      acceptedAt: tx.now,
      answeredAt: row.answeredAt ?? tx.now,
      dueAt: null,
      ...appointment,
    },
  })
  await saveGoers(tx, row.id, goers)
  await tell(
    tx,
    [
      { to: { personId: row.requesterId }, kind: 'order-accepted', about: item.title, orderId: row.id },
      ...goers.map((personId) => ({
        to: { personId },
        kind: 'you-are-going' as const,
        about: item.title,
        orderId: row.id,
      })),
    ],
    actor.personId,
  )
}

/** The actor's papers were asked as of today: where papers matter and it is served on another day, they must cover that one. */
async function checkOnTheDay(tx: Tx, { row, facts: { needs } }: OrderInHand, actor: Actor): Promise<void> {
  const day = serviceDayOf(row, tx.now)
  if (day === civilDay(tx.now) || !(needs.hazardous || needs.requiredQualification !== null)) return
  const standing = (await standingOf(tx, [actor.personId], day)).get(actor.personId)
  const lacking = standing && lacks(needs, { ...standing, skills: actor.volunteer?.skills ?? [] })
  if (lacking) refuse(lacking)
}
