import type { BodyOf } from '@sidan/types/endpoint'
import type { resubmitOrder as resubmitEndpoint } from '@sidan/types/order-moves'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import { addOfficeMinutes, appointmentOf, slotPossible } from '../office-hours/rules.ts'
import { lockForMove } from '../orders/open-order.ts'
import { saveMove } from '../orders/store.ts'
import type { Actor } from '../roles/rules.ts'
import { requestCheck } from '../word-checks/request-check.ts'
import { saveContact } from './store.ts'

/** The requester corrects what was sent back: another time, another address or phone, a word. It is answered within the item's time again. */
export async function resubmitOrder(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  orderId: string,
  input: BodyOf<typeof resubmitEndpoint>,
): Promise<void> {
  const { row, item, station, policy, move } = await lockForMove(tx, actor, orderId, 'resubmit', input.version)
  if (input.slot && !slotPossible(input.slot, tx.now)) refuse('slot-not-possible')
  const seal = (column: string, text: string | undefined) =>
    text === undefined ? null : crypto.seal(text, { countyId: tx.countyId, table: 'order_texts', column, id: orderId })
  await saveMove(tx, row, {
    verb: 'resubmit',
    to: policy.orderFlow.triage ? move.to : 'triaged',
    byId: actor.personId,
    patch: {
      dueAt: addOfficeMinutes(tx.now, item.answerWithinMinutes, station),
      ...(input.slot
        ? {
            slotDay: input.slot.day,
            slotPart: input.slot.part,
            ...(appointmentOf(input.slot, item.durationMinutes) ?? { startsAt: null, endsAt: null }),
          }
        : {}),
    },
  })
  await saveContact(tx, orderId, {
    addressSealed: seal('address_sealed', input.contact?.address),
    phoneSealed: seal('phone_sealed', input.contact?.phone),
    note: input.note ?? null,
  })
  await requestCheck(tx, 'orderNote', { words: input.note, subjectId: orderId, authorId: actor.personId })
  await tell(
    tx,
    [{ to: { keepersOf: row.stationId }, kind: 'order-submitted', about: item.title, orderId }],
    actor.personId,
  )
}
