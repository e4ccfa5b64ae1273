import type { AnswerOf } from '@sidan/types/endpoint'
import type { revealContact as revealEndpoint } from '@sidan/types/orders'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { findContact } from '../order-texts/store.ts'
import type { Actor } from '../roles/rules.ts'
import { findOrder } from './reads.ts'
import { maySeeContact, viewpoint } from './rules.ts'

/** Writes down that somebody looks at a requester's address and phone; only who accepted may, and only until the order is closed (rule-27). */
export async function revealContact(tx: Tx, actor: Actor, orderId: string): Promise<void> {
  await mayReveal(tx, actor, orderId)
  await writeAudit(tx, { actorId: actor.personId, action: 'reveal-contact', subjectKind: 'order', subjectId: orderId })
}

async function mayReveal(tx: Tx, actor: Actor, orderId: string): Promise<void> {
  const { facts } = await findOrder(tx, actor, orderId)
  if (viewpoint(facts, actor) === undefined) refuse('not-found')
  if (!maySeeContact(facts, actor)) refuse('contact-not-yours')
}

/** The contact itself, for who may see it now: a replay after the order is closed shows nothing. */
export async function readContact(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  orderId: string,
): Promise<AnswerOf<typeof revealEndpoint>> {
  await mayReveal(tx, actor, orderId)
  const contact = await findContact(tx, orderId)
  if (!contact) return refuse('not-found')
  const open = (column: 'address_sealed' | 'phone_sealed', sealed: Buffer | null) =>
    sealed ? crypto.open(sealed, { countyId: tx.countyId, table: 'order_texts', column, id: orderId }) : null
  return {
    orderId,
    name: contact.beneficiaryName,
    address: open('address_sealed', contact.addressSealed),
    phone: open('phone_sealed', contact.phoneSealed),
    stationPhone: contact.stationPhone,
  }
}
