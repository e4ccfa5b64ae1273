/** The family account of points: requests that succeed, and what they may be refused with. */
import type { Endpoint } from '@sidan/types/endpoint'
import * as families from '@sidan/types/families'
import { redeemItem } from '@sidan/types/rewards'
import { newId } from '../../platform/ids.ts'
import { run } from '../papers.ts'
import { shelved } from '../shelf.ts'
import type { World } from '../world.ts'
import { newcomer } from './oneself-requests.ts'
import { type Refusing, type Request, refused, type Valid } from './verbs.ts'

/** Nobody of the cast is in a family any more. */
const forgetFamilies = (w: World) =>
  run(w, 'update family_members set left_at = $2 where county_id = $1 and left_at is null', w.test.clock.now)

/** The volunteer founded a family. */
async function founded(w: World, shares = false): Promise<families.Family> {
  await forgetFamilies(w)
  return w.done('volunteer', families.foundFamily, { body: { shares } })
}
const onFamily =
  (body?: object): Valid =>
  async (w) => ({ as: 'volunteer', params: { familyId: (await founded(w)).familyId }, ...(body ? { body } : {}) })
const joining = async (w: World, as: string): Promise<Request> => ({
  as,
  body: { code: (await founded(w)).code ?? '' },
})

export const familyRequests: Record<string, Valid> = {
  [families.getFamily.name]: () => ({ as: 'volunteer' }),
  [families.foundFamily.name]: async (w) => {
    await forgetFamilies(w)
    return { as: 'volunteer', body: { shares: false } }
  },
  [families.joinFamily.name]: (w) => joining(w, 'resident'),
  [families.renewFamilyCode.name]: onFamily(),
  [families.saveSharing.name]: onFamily({ shares: true }),
  [families.leaveFamily.name]: onFamily(),
}

const using =
  (shares: boolean, payer: (w: World) => string | undefined): Valid =>
  async (w) => {
    const { code } = await founded(w, shares)
    await w.done('neighbour', families.joinFamily, { body: { code: code ?? '' } })
    return { as: 'neighbour', body: { itemId: (await shelved(w)).itemId, payerId: payer(w) } }
  }
const volunteer = (w: World) => w.county.cast['volunteer']

/** Asked in Daye, which has no family account. */
const off: readonly [Endpoint, object][] = [
  [families.foundFamily, { body: { shares: true } }],
  [families.joinFamily, { body: { code: 'ABCD-EFGH' } }],
]

export const refusalsOfFamilies: Refusing[] = [
  ...off.map(([endpoint, asked]) =>
    refused(endpoint, 'family-off', 'the county has no family account', () => ({
      as: 'volunteer',
      inDaye: true,
      ...asked,
    })),
  ),
  refused(families.foundFamily, 'in-family-already', 'they founded one before', async (w) => {
    await founded(w)
    return { as: 'volunteer', body: { shares: true } }
  }),
  refused(families.joinFamily, 'in-family-already', 'it is their own', (w) => joining(w, 'volunteer')),
  refused(families.joinFamily, 'family-code-unknown', 'eight days have passed', async (w) => ({
    ...(await joining(w, 'resident')),
    daysLater: 8,
  })),
  refused(families.joinFamily, 'family-full', 'six are in it', async (w) => {
    const request = await joining(w, 'resident')
    for (let others = 1; others < 6; others++)
      await w.done(await newcomer(w), families.joinFamily, { body: Object(request.body) })
    return request
  }),
  refused(redeemItem, 'points-not-shared', 'the volunteer keeps theirs', using(false, volunteer)),
  refused(
    redeemItem,
    'not-in-family',
    'somebody else is to pay',
    using(true, (w) => w.county.cast['second']),
  ),
  refused(redeemItem, 'family-off', 'the county has no family account', () => ({
    as: 'volunteer',
    inDaye: true,
    body: { itemId: newId(), payerId: newId() },
  })),
]
