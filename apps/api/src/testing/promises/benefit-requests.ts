/** 礼遇: requests that succeed, and what using a benefit and opening its card may be refused with. */
import * as cards from '@sidan/types/benefit-cards'
import * as benefits from '@sidan/types/benefits'
import { grantRole } from '../../features/roles/grant-role.ts'
import { asked, cardOpened, freshCode, noCard, phone, scanned, setMinutes } from '../benefits.ts'
import type { World } from '../world.ts'
import { type Refusing, type Request, refused } from './verbs.ts'

type Asks = (w: World) => Promise<Request>

/** Seven hours in no time: a day's wait would let in deputies and let papers run out that others stand on. */
const readied =
  (asks: (w: World) => Promise<Request> | Request): Asks =>
  async (w) => {
    const { earnedMinutes } = await w.done('volunteer', benefits.listMyBenefits)
    if (earnedMinutes === 0) await w.approved(10)
    if (earnedMinutes < 420) await setMinutes(w, 420)
    return asks(w)
  }

const of =
  (as: string, benefit: string): Asks =>
  async () => ({ as, query: { benefit } })
const verifying =
  (as: string, code: (w: World) => Promise<string>): Asks =>
  async (w) => ({ as, body: { code: await code(w) } })
/** Both uses of the month are had; what the phone still shows afterwards. */
async function usedUp(w: World): Promise<string> {
  await scanned(w, await freshCode(w))
  w.minutesLater(2)
  const shown = await phone(w)
  await scanned(w, shown())
  w.minutesLater(2)
  return shown()
}
const undoing =
  (as: string, after?: (w: World, useId: string) => Promise<unknown>): Asks =>
  async (w) => {
    const { useId } = await scanned(w, await freshCode(w))
    await after?.(w, useId)
    return { as, params: { useId } }
  }
const undo = (w: World, useId: string) => w.done('merchant', benefits.undoBenefitUse, { params: { useId } })
const opening =
  (as: string, more: object = {}): Asks =>
  async (w) => {
    await noCard(w, 'insurance')
    return { as, body: { ...(await asked(w, 'insurance')), ...more } }
  }
const shownBus: Request = { as: 'volunteer', query: { benefit: 'bus' } }

const requests: Record<string, Asks> = {
  [benefits.listMyBenefits.name]: async () => ({ as: 'volunteer' }),
  [benefits.listBenefitUses.name]: async () => ({ as: 'volunteer', query: { benefit: 'park', limit: '5' } }),
  [benefits.getBenefitCodes.name]: async (w) => {
    await freshCode(w)
    return { as: 'volunteer', query: { benefit: 'park' } }
  },
  [benefits.verifyBenefit.name]: verifying('merchant', freshCode),
  [benefits.undoBenefitUse.name]: undoing('merchant'),
  [benefits.listVerifiedUses.name]: async () => ({ as: 'merchant', query: { limit: '5' } }),
  [cards.openBenefitCard.name]: opening('volunteer'),
  [cards.endBenefitCard.name]: async (w) => ({ as: 'volunteer', params: { cardId: await cardOpened(w, 'insurance') } }),
  [cards.getBenefitCard.name]: async (w) => {
    await cardOpened(w)
    return shownBus
  },
  [cards.listCardHolders.name]: async () => ({ as: 'center', query: { benefit: 'bus', limit: '5' } }),
}

export const benefitRequests = Object.fromEntries(Object.entries(requests).map(([name, asks]) => [name, readied(asks)]))

const refusals: Refusing[] = [
  refused(benefits.getBenefitCodes, 'not-found', 'nobody scans it', of('volunteer', 'bus')),
  refused(benefits.getBenefitCodes, 'benefit-not-earned', 'the hours do not reach it', of('resident', 'park')),
  refused(benefits.getBenefitCodes, 'benefit-used-up', 'it was used twice this month', async (w) => {
    await usedUp(w)
    return { as: 'volunteer', query: { benefit: 'park' } }
  }),
  refused(benefits.verifyBenefit, 'not-allowed', 'a resident scans', verifying('resident', freshCode)),
  refused(
    benefits.verifyBenefit,
    'benefit-code-unknown',
    'one character of it is another',
    verifying('merchant', async (w) => (await freshCode(w)).replace(/.$/, (last) => (last === '0' ? '1' : '0'))),
  ),
  refused(
    benefits.verifyBenefit,
    'benefit-code-over',
    'it is a picture of two minutes ago',
    verifying('merchant', async (w) => {
      const code = await freshCode(w)
      w.minutesLater(2)
      return code
    }),
  ),
  refused(
    benefits.verifyBenefit,
    'benefit-code-used',
    'it was scanned before',
    verifying('merchant', async (w) => {
      const code = await freshCode(w)
      await scanned(w, code)
      return code
    }),
  ),
  refused(benefits.verifyBenefit, 'benefit-used-up', 'it was used twice this month', verifying('merchant', usedUp)),
  refused(
    benefits.verifyBenefit,
    'benefit-not-earned',
    'a record was put right since the phone had its codes',
    verifying('merchant', async (w) => {
      const code = await freshCode(w)
      await setMinutes(w, 299)
      return code
    }),
  ),
  refused(benefits.undoBenefitUse, 'not-found', 'somebody else scanned it', undoing('keeper')),
  refused(benefits.undoBenefitUse, 'benefit-use-undone', 'it was taken back', undoing('merchant', undo)),
  refused(
    benefits.undoBenefitUse,
    'undo-too-late',
    'eleven minutes have passed',
    undoing('merchant', async (w) => w.minutesLater(11)),
  ),
  refused(benefits.listVerifiedUses, 'not-allowed', 'a resident asks', () => ({ as: 'resident' })),
  refused(cards.openBenefitCard, 'not-found', 'it is scanned', opening('volunteer', { benefit: 'park' })),
  refused(cards.openBenefitCard, 'confirmation-needed', 'they did not agree', opening('volunteer', { agreed: false })),
  refused(
    cards.openBenefitCard,
    'notice-outdated',
    'the words that they read are of another version',
    opening('volunteer', { policyVersion: 99 }),
  ),
  refused(cards.openBenefitCard, 'benefit-not-earned', 'the hours do not reach it', opening('second')),
  refused(cards.openBenefitCard, 'benefit-card-open', 'it is open', async (w) => {
    await cardOpened(w)
    return { as: 'volunteer', body: await asked(w) }
  }),
  refused(cards.endBenefitCard, 'not-found', 'it is somebody else’s', async (w) => ({
    as: 'neighbour',
    params: { cardId: await cardOpened(w) },
  })),
  refused(cards.getBenefitCard, 'not-found', 'it is not opened', async (w) => {
    await noCard(w)
    return shownBus
  }),
  refused(cards.getBenefitCard, 'benefit-not-earned', 'a record was put right since it was opened', async (w) => {
    await cardOpened(w)
    await setMinutes(w, 359)
    return shownBus
  }),
  refused(cards.listCardHolders, 'not-allowed', 'the station’s keeper asks', () => ({ as: 'keeper' })),
  refused(cards.listCardHolders, 'not-found', 'it is scanned', () => ({ as: 'center', query: { benefit: 'park' } })),
  refused(cards.listCardHolders, 'not-found', 'a month is no year', () => ({
    as: 'center',
    query: { benefit: 'insurance', period: '2026-11' },
  })),
  // Last: the volunteer is a merchant from then on.
  refused(
    benefits.verifyBenefit,
    'own-benefit',
    'it is their own',
    verifying('volunteer', async (w) => {
      const code = await freshCode(w)
      const { cast, stage, countyId } = w.county
      await w.test.db.inCounty(countyId, (tx) =>
        grantRole(tx, { personId: cast['volunteer'] ?? '', role: 'merchant', unitId: stage.stationId }),
      )
      return code
    }),
  ),
]

export const refusalsOfBenefits = refusals.map((one) => ({ ...one, ask: readied(one.ask) }))
