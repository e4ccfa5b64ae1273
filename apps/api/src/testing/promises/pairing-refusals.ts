/** What pairings may be refused with. */
import type { Endpoint } from '@sidan/types/endpoint'
import * as pairings from '@sidan/types/pairings'
import type { ProblemCode } from '@sidan/types/problems'
import { newId } from '../../platform/ids.ts'
import type { World } from '../world.ts'
import { paired, pairingAsked, pairingBody, standInAsked } from './pairing-requests.ts'
import { type Refusing, type Request, refused } from './verbs.ts'

const on = (as: string, pairingId: string, body?: object): Request => ({
  as,
  params: { pairingId },
  ...(body ? { body } : {}),
})
const making = (code: ProblemCode, when: string, as: string, more: (w: World) => object) =>
  refused(pairings.setUpPairing, code, when, (w) => ({ as, body: pairingBody(w, more(w)) }))
const person = (w: World, key: string) => ({ household: { personId: w.county.cast[key] } })
const accept = { accept: true }
const visit = (w: World, more: object = {}) => ({ visitedOn: w.day(0), ...more })
const standIn = (w: World, more: object = {}) => ({
  personId: w.county.cast['second'],
  fromDay: w.day(0),
  untilDay: w.day(3),
  ...more,
})
const ended = async (w: World) => {
  const pairingId = await paired(w)
  await w.done('volunteer', pairings.endPairing, { params: { pairingId } })
  return pairingId
}

const made = [
  making('not-found', 'the unit is another county’s', 'keeper', (w) => ({ unitId: w.daye.county.stage.stationId })),
  making('not-allowed', 'a volunteer makes it', 'volunteer', () => ({})),
  making('consent-needed', 'the household did not agree', 'keeper', () => ({ consentGiven: false })),
  making('target-unknown', 'the volunteer is a resident', 'keeper', (w) => ({
    volunteerId: w.county.cast['resident'],
  })),
  making('target-unknown', 'the volunteer is paired with themselves', 'keeper', (w) => person(w, 'volunteer')),
  making('target-unknown', 'nobody has that account', 'keeper', () => ({ household: { personId: newId() } })),
  making('period-invalid', 'the first visit lies in the past', 'keeper', (w) => ({ firstVisitOn: w.day(-1) })),
  refused(pairings.setUpPairing, 'already-paired', 'they are paired', async (w) => {
    const body = pairingBody(w, person(w, 'auditor'))
    await w.done('keeper', pairings.setUpPairing, { body })
    return { as: 'keeper', body }
  }),
]

/** Everything on a pairing, asked by somebody who is neither of the pair nor above it. */
const strangers = (
  [
    [pairings.answerPairing, () => accept],
    [pairings.endPairing],
    [pairings.getPairing],
    [pairings.recordVisit, visit],
    [pairings.nameSubstitute, standIn],
    [pairings.answerSubstitute, () => accept],
    [pairings.revealHousehold],
  ] as [Endpoint, ((w: World) => object)?][]
).map(([endpoint, body]) =>
  refused(endpoint, 'not-found', 'a stranger to the pair asks', async (w) => on('minor', await paired(w), body?.(w))),
)

const going = [
  refused(pairings.answerPairing, 'not-allowed', 'the keeper answers', async (w) =>
    on('keeper', await pairingAsked(w), accept),
  ),
  refused(pairings.answerPairing, 'pairing-not-open', 'it was answered', async (w) =>
    on('volunteer', await paired(w), accept),
  ),
  refused(pairings.endPairing, 'not-allowed', 'who stands in ends it', async (w) =>
    on('second', await standInAsked(w)),
  ),
  refused(pairings.endPairing, 'pairing-not-open', 'it is over', async (w) => on('volunteer', await ended(w))),
  refused(pairings.recordVisit, 'not-allowed', 'the keeper writes it down', async (w) =>
    on('keeper', await paired(w), visit(w)),
  ),
  refused(pairings.recordVisit, 'pairing-not-open', 'it is over', async (w) =>
    on('volunteer', await ended(w), visit(w)),
  ),
  refused(pairings.recordVisit, 'period-invalid', 'it is tomorrow', async (w) =>
    on('volunteer', await paired(w), visit(w, { visitedOn: w.day(1) })),
  ),
  refused(pairings.recordVisit, 'visit-order-unknown', 'somebody else went on the order', async (w) =>
    on('volunteer', await paired(w), visit(w, { orderId: (await w.teamAccepted()).orderId })),
  ),
  refused(pairings.recordVisit, 'visit-order-unknown', 'the order was told before', async (w) => {
    const pairingId = await paired(w)
    const body = visit(w, { orderId: (await w.accepted()).orderId })
    await w.done('volunteer', pairings.recordVisit, { params: { pairingId }, body })
    return on('volunteer', pairingId, body)
  }),
  refused(pairings.nameSubstitute, 'not-allowed', 'who stands in names another', async (w) =>
    on('second', await standInAsked(w), standIn(w, { personId: w.county.cast['third'] })),
  ),
  refused(pairings.nameSubstitute, 'pairing-not-open', 'it was not answered yet', async (w) =>
    on('volunteer', await pairingAsked(w), standIn(w)),
  ),
  refused(pairings.nameSubstitute, 'target-unknown', 'a resident is named', async (w) =>
    on('volunteer', await paired(w), standIn(w, { personId: w.county.cast['resident'] })),
  ),
  refused(pairings.nameSubstitute, 'period-invalid', 'it ends before it starts', async (w) =>
    on('volunteer', await paired(w), standIn(w, { fromDay: w.day(4) })),
  ),
  refused(pairings.answerSubstitute, 'not-named', 'the volunteer answers', async (w) =>
    on('volunteer', await standInAsked(w), accept),
  ),
  refused(pairings.revealHousehold, 'contact-not-yours', 'the keeper looks', async (w) =>
    on('keeper', await paired(w)),
  ),
  refused(pairings.revealHousehold, 'contact-not-yours', 'it is over', async (w) => on('volunteer', await ended(w))),
  refused(pairings.listPairings, 'not-allowed', 'a volunteer reads the list', () => ({ as: 'volunteer' })),
]

export const refusalsOfPairings: Refusing[] = [...made, ...strangers, ...going]
