import type { AnswerOf, QueryOf } from '@sidan/types/endpoint'
import type { getOrderForm } from '@sidan/types/order-forms'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { riskWords } from '../catalog/reads.ts'
import { addOfficeMinutes, slotsFrom } from '../office-hours/rules.ts'
import { maskPhone } from '../people/rules.ts'
import { findOffer } from './store.ts'

type Form = AnswerOf<typeof getOrderForm>

/** What the form starts with so that three taps are enough; signed out, nothing is remembered. Unanswered risks start as “no”, and say so. */
export async function readOrderForm(
  tx: Tx,
  crypto: Crypto,
  personId: string | null,
  itemId: string,
  { stationId }: QueryOf<typeof getOrderForm>,
): Promise<Form> {
  const offer = await findOffer(tx, personId, itemId, stationId)
  if (!offer) return refuse('not-found')
  if (!offer.offered) return refuse('item-not-offered-here')
  const { item, station, person } = offer
  const open = (what: 'address' | 'phone', sealed: Buffer | null | undefined) =>
    person && sealed
      ? crypto.open(sealed, { countyId: tx.countyId, table: 'people', column: `${what}_sealed`, id: person.id })
      : null
  const phone = open('phone', person?.phoneSealed)
  const slots = slotsFrom(tx.now)
  const words = await riskWords(tx)
  return {
    itemId: item.id,
    title: item.title,
    line: item.line,
    icon: item.icon,
    place: item.place,
    durationMinutes: item.durationMinutes,
    forGroup: item.forGroup,
    station: { unitId: station.id, name: station.name, tier: station.tier, phone: station.phone },
    slots,
    defaultSlot: slots[0],
    address: open('address', person?.addressSealed),
    phoneMasked: phone === null ? null : maskPhone(phone),
    risks: item.riskCodes.map((code) => {
      const before = person?.rememberedRisks[code]
      return {
        code,
        ...(words.get(code) ?? { question: code, icon: 'question' }),
        present: before ?? false,
        answeredBefore: before !== undefined,
      }
    }),
    promisedAt: addOfficeMinutes(tx.now, item.answerWithinMinutes, station).toISOString(),
  }
}
