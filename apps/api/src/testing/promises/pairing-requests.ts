/** Valid requests about pairings; each makes one of its own with a household that has no account. */
import * as pairings from '@sidan/types/pairings'
import type { World } from '../world.ts'
import type { Request } from './verbs.ts'

export const pairingBody = (w: World, more: object = {}) => ({
  unitId: w.county.stage.stationId,
  volunteerId: w.county.cast['volunteer'],
  household: { name: '赵奶奶', address: '城畈社区 6 栋 101', phone: '13800000128' },
  everyDays: 7,
  firstVisitOn: w.day(2),
  consentGiven: true,
  ...more,
})

/** Li was asked to look in on a household. */
export const pairingAsked = async (w: World, more: object = {}): Promise<string> =>
  (await w.done('keeper', pairings.setUpPairing, { body: pairingBody(w, more) })).pairingId

/** Li said yes. */
export async function paired(w: World, more: object = {}): Promise<string> {
  const pairingId = await pairingAsked(w, more)
  await w.done('volunteer', pairings.answerPairing, { params: { pairingId }, body: { accept: true } })
  return pairingId
}

/** Wu was asked to stand in, from today for five days. */
export async function standInAsked(w: World, days: object = {}): Promise<string> {
  const pairingId = await paired(w)
  const body = { personId: w.county.cast['second'], fromDay: w.day(0), untilDay: w.day(4), ...days }
  await w.done('volunteer', pairings.nameSubstitute, { params: { pairingId }, body })
  return pairingId
}

type Valid = (w: World) => Promise<Request> | Request
const onPairing =
  (as: string, from: (w: World) => Promise<string>, body?: (w: World) => Promise<object> | object): Valid =>
  async (w) => ({ as, params: { pairingId: await from(w) }, ...(body ? { body: await body(w) } : {}) })

export const pairingRequests: Record<string, Valid> = {
  [pairings.setUpPairing.name]: (w) => ({ as: 'keeper', body: pairingBody(w) }),
  [pairings.answerPairing.name]: onPairing('volunteer', pairingAsked, () => ({ accept: true })),
  [pairings.endPairing.name]: onPairing('volunteer', paired),
  [pairings.getPairing.name]: onPairing('volunteer', paired),
  [pairings.listMyPairings.name]: () => ({ as: 'volunteer' }),
  [pairings.listPairings.name]: () => ({ as: 'keeper', query: { limit: '5' } }),
  [pairings.recordVisit.name]: onPairing('volunteer', paired, async (w) => ({
    visitedOn: w.day(0),
    orderId: (await w.accepted()).orderId,
    words: '老人精神很好',
  })),
  [pairings.nameSubstitute.name]: onPairing('volunteer', paired, (w) => ({
    personId: w.county.cast['second'],
    fromDay: w.day(1),
    untilDay: w.day(5),
  })),
  [pairings.answerSubstitute.name]: onPairing('second', standInAsked, () => ({ accept: true })),
  [pairings.revealHousehold.name]: onPairing('volunteer', paired),
}
