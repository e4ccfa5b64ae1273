import type { BodyOf } from '@sidan/types/endpoint'
import type { submitOrder as submitOrderEndpoint } from '@sidan/types/orders'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { orRefuse, refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import { addOfficeMinutes, appointmentOf, slotPossible } from '../office-hours/rules.ts'
import { policyOf } from '../policy/reads.ts'
import { type Actor, may } from '../roles/rules.ts'
import { requestCheck } from '../word-checks/request-check.ts'
import { mayRequest, type Requesting } from './rules.ts'
import { findOffer, insertOrder, rememberFor } from './store.ts'

export type Submission = BodyOf<typeof submitOrderEndpoint>

/**
 * 点单, for oneself, for somebody without a phone (代点单, by a grid worker or keeper of the place), or for a group. Without triage in the policy the
 * order waits for dispatch at once. Address and phone are sealed; what was answered is remembered for the next time.
 */
export async function submitOrder(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  orderId: string,
  input: Submission,
): Promise<void> {
  const offer = await findOffer(tx, actor.personId, input.itemId, input.stationId)
  if (!offer?.person) return refuse('not-found')
  const { item, station, person } = offer
  const address = input.contact?.address ?? openSaved(crypto, tx, person.id, 'address', person.addressSealed)
  const phone = input.contact?.phone ?? openSaved(crypto, tx, person.id, 'phone', person.phoneSealed)
  const requesting: Requesting = {
    item: { ...item, offered: offer.offered },
    place: input.place,
    hasAddress: address !== null && address !== undefined,
    risks: input.risks,
    beneficiary: input.beneficiary,
    headCount: input.headCount ?? null,
    mayOrderForOthers: may(actor, 'orderForOthers', {
      stationId: station.id,
      instituteId: station.instituteId,
    }),
    slotPossible: slotPossible(input.slot, tx.now),
  }
  const { requesterKind } = orRefuse(mayRequest(requesting))
  const policy = await policyOf(tx, actor.policyVersion)
  const dueAt = addOfficeMinutes(tx.now, item.answerWithinMinutes, station)
  const forOthers = requesterKind === 'proxy'
  const seal = (column: string, text: string | null | undefined) =>
    text ? crypto.seal(text, { countyId: tx.countyId, table: 'order_texts', column, id: orderId }) : null
  await insertOrder(tx, {
    id: orderId,
    itemId: item.id,
    platformCode: item.platformCode,
    requesterId: actor.personId,
    requesterKind,
    instituteId: station.instituteId,
    stationId: station.id,
    headCount: input.headCount ?? null,
    place: input.place,
    slotDay: input.slot.day,
    slotPart: input.slot.part,
    ...(appointmentOf(input.slot, item.durationMinutes) ?? { startsAt: null, endsAt: null }),
    risks: input.risks,
    state: policy.orderFlow.triage ? 'submitted' : 'triaged',
    dueAt,
    promisedAt: dueAt,
    policyVersion: actor.policyVersion,
    beneficiaryName: input.beneficiary?.name ?? actor.displayName,
    // Somebody else's order never takes the address or phone of who typed it.
    addressSealed: seal('address_sealed', forOthers ? input.contact?.address : input.place === 'home' ? address : null),
    phoneSealed: seal('phone_sealed', forOthers ? input.contact?.phone : phone),
    note: input.note ?? null,
  })
  await requestCheck(tx, 'orderNote', { words: input.note, subjectId: orderId, authorId: actor.personId })
  if (requesterKind === 'self') await remember(tx, crypto, person, station.id, input)
  await tell(
    tx,
    [{ to: { keepersOf: station.id }, kind: 'order-submitted', about: item.title, orderId }],
    actor.personId,
  )
}

/** What was answered prefills the next order. */
async function remember(
  tx: Tx,
  crypto: Crypto,
  person: { id: string; homeStationId: string | null },
  stationId: string,
  input: Submission,
): Promise<void> {
  const kept = (what: 'address' | 'phone') => {
    const text = input.rememberContact ? input.contact?.[what] : undefined
    return text ? sealPerson(crypto, tx, person.id, what, text) : null
  }
  await rememberFor(tx, person.id, {
    risks: input.risks,
    addressSealed: kept('address'),
    phoneSealed: kept('phone'),
    homeStationId: person.homeStationId === null ? stationId : null,
  })
}

const sealPerson = (crypto: Crypto, tx: Tx, id: string, what: 'address' | 'phone', text: string) =>
  crypto.seal(text, { countyId: tx.countyId, table: 'people', column: `${what}_sealed`, id })

const openSaved = (crypto: Crypto, tx: Tx, id: string, what: 'address' | 'phone', sealed: Buffer | null) =>
  sealed ? crypto.open(sealed, { countyId: tx.countyId, table: 'people', column: `${what}_sealed`, id }) : null
