/** Benefits of the first county's volunteer, for tests that are about what follows. Jingshan: park 5 h, scanned twice a month; bus 6 h, shown; insurance 7 h. */
import { setTimeout as wait } from 'node:timers/promises'
import { endBenefitCard, getBenefitCard, listCardHolders, openBenefitCard } from '@sidan/types/benefit-cards'
import { getBenefitCodes, listMyBenefits, undoBenefitUse, type VerifiedUse, verifyBenefit } from '@sidan/types/benefits'
import { codeAt } from '@sidan/types/rotating-codes'
import { run } from './papers.ts'
import type { World } from './world.ts'

/** The volunteer has served so many hours, day after day. */
export async function earned(w: World, hours = 7): Promise<void> {
  while ((await w.done('volunteer', listMyBenefits)).earnedMinutes < hours * 60) {
    w.anotherDay()
    await w.approved(300)
  }
}

/** The volunteer's minutes are so many, whatever was served: for refusals alone, the books do not add up afterwards. */
export const setMinutes = (w: World, minutes: number) =>
  run(
    w,
    `update accounts set balance = $3 where county_id = $1 and person_id = $2 and code = 'earnedMinutes'`,
    w.county.cast['volunteer'],
    minutes,
  )

/** What is answered to a request that comes while the volunteer's minutes are being put right, down to none; they are as before afterwards. */
export async function whilePutRight<Answer>(w: World, asks: () => Promise<Answer>): Promise<Answer> {
  const { earnedMinutes } = await w.done('volunteer', listMyBenefits)
  let answer: Promise<Answer> | undefined
  await w.test.db.inCounty(w.county.countyId, async (tx) => {
    const values = [tx.countyId, w.county.cast['volunteer']]
    await tx.rows({
      text: `update accounts set balance = 0 where county_id = $1 and person_id = $2 and code = 'earnedMinutes'`,
      values,
    })
    answer = asks()
    // Long enough for who does not wait to be through.
    await wait(300)
  })
  const answered = await answer
  await setMinutes(w, earnedMinutes)
  if (answered === undefined) throw new Error('nothing was asked')
  return answered
}

/** The volunteer's phone with the codes of the next ten minutes: what it shows whenever it is asked, also without network. */
export async function phone(w: World, benefit = 'park'): Promise<() => string> {
  const { codes } = await w.done('volunteer', getBenefitCodes, { query: { benefit } })
  return () => codeAt(codes, w.test.clock.now) ?? ''
}

/** The code that it shows now. */
export const shownCode = async (w: World, benefit = 'park'): Promise<string> => (await phone(w, benefit))()

/** As `shownCode`, of somebody who has used nothing this month: earlier uses are taken back, and their codes are past. */
export async function freshCode(w: World): Promise<string> {
  await earned(w)
  await run(
    w,
    'update benefit_uses set undone_at = used_at, undone_by_id = by_id where county_id = $1 and undone_at is null',
  )
  w.minutesLater(2)
  return shownCode(w)
}

export const scanned = (w: World, code: string, as = 'merchant'): Promise<VerifiedUse> =>
  w.done(as, verifyBenefit, { body: { code } })

/** What opening a card sends. */
export async function asked(w: World, benefit = 'bus') {
  const { policyVersion } = await w.done('volunteer', listMyBenefits)
  return { benefit, agreed: true, policyVersion }
}

/** The volunteer can open a card: the one of this period is ended. */
export async function noCard(w: World, benefit = 'bus'): Promise<void> {
  await earned(w)
  await run(
    w,
    'update benefit_cards set ended_at = opened_at where county_id = $1 and benefit = $2 and ended_at is null',
    benefit,
  )
}

/** The volunteer's card of this period: its id. */
export async function cardOpened(w: World, benefit = 'bus'): Promise<string> {
  await noCard(w, benefit)
  return (await w.done('volunteer', openBenefitCard, { body: await asked(w, benefit) })).card?.cardId ?? ''
}

export const cardShown = (w: World) => w.county.as('volunteer')(getBenefitCard, { query: { benefit: 'bus' } })
export const holders = (w: World, query: { benefit?: string; period?: string } = {}) =>
  w.done('center', listCardHolders, { query })

/** The park is visited twice this month, and once by mistake; two cards are opened, and one is ended. */
export async function benefitsUsed(w: World): Promise<void> {
  await earned(w)
  for (const mistaken of [false, true, false]) {
    const { useId } = await scanned(w, await shownCode(w))
    if (mistaken) await w.done('merchant', undoBenefitUse, { params: { useId } })
    w.minutesLater(2)
  }
  const cardId = await cardOpened(w)
  await w.done('volunteer', endBenefitCard, { params: { cardId } })
  await cardOpened(w, 'insurance')
}
