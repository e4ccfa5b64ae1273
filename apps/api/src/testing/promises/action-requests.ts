/** What staff count per piece: requests that succeed, and what they may be refused with. */
import * as counts from '@sidan/types/action-counts'
import { grantRole } from '@sidan/types/role-grants'
import { counted, counting, newcomer } from '../action-counts.ts'
import type { World } from '../world.ts'
import { atStation } from './role-requests.ts'
import { aged } from './signup-requests.ts'
import { type Refusing, refused, type Valid } from './verbs.ts'

const asking =
  (more: (w: World) => object | Promise<object>, as = 'keeper'): Valid =>
  async (w) => ({ as, ...counting(w, { ...(await newcomer(w)), ...(await more(w)) }) })
const reversing =
  (as = 'keeper'): Valid =>
  async (w) => ({ as, params: { countId: (await counted(w)).countId }, body: { words: '记错人了' } })

export const actionRequests: Record<string, Valid> = {
  [counts.listRunningActions.name]: (w) => ({
    as: 'keeper',
    ...atStation(w),
    query: { day: w.day(-1), personId: w.county.cast['volunteer'] ?? '' },
  }),
  [counts.listActionCounts.name]: (w) => ({ as: 'keeper', ...atStation(w), query: { day: w.day(0), limit: '5' } }),
  [counts.countAction.name]: asking(() => ({})),
  [counts.reverseActionCount.name]: reversing(),
}

export const refusalsOfActions: Refusing[] = [
  refused(counts.listRunningActions, 'not-allowed', 'an auditor, who counts nothing, asks', (w) => ({
    as: 'auditor',
    ...atStation(w),
  })),
  refused(counts.listRunningActions, 'count-day-wrong', 'it is four days ago', (w) => ({
    as: 'keeper',
    ...atStation(w),
    query: { day: w.day(-4) },
  })),
  refused(counts.listActionCounts, 'not-allowed', 'a volunteer looks', (w) => ({ as: 'volunteer', ...atStation(w) })),
  refused(
    counts.countAction,
    'not-allowed',
    'the grid worker does it',
    asking(() => ({}), 'gridWorker'),
  ),
  refused(
    counts.countAction,
    'own-count',
    'the keeper does it for themselves',
    asking((w) => ({ personId: w.county.cast['keeper'] })),
  ),
  refused(
    counts.countAction,
    'count-day-wrong',
    'the day lies ahead',
    asking((w) => ({ day: w.day(1) })),
  ),
  refused(
    counts.countAction,
    'action-not-running',
    'the policy has none of that code',
    asking(() => ({ actionCode: 'batteries' })),
  ),
  refused(
    counts.countAction,
    'volunteer-needed',
    'they are no volunteer',
    asking((w) => ({ personId: w.county.cast['resident'] })),
  ),
  refused(
    counts.countAction,
    'guardian-consent-needed',
    'rule-16 a minor has no guardian’s consent',
    asking(async (w) => ({ personId: w.county.cast[await aged(w, 'from16')] })),
  ),
  refused(
    counts.countAction,
    'over-action-cap',
    'it is one piece more than a day takes',
    asking(() => ({ pieces: 6 })),
  ),
  refused(counts.reverseActionCount, 'not-found', 'an auditor, who may look, tries', reversing('auditor')),
  refused(counts.reverseActionCount, 'count-undone', 'it was taken back', async (w) => {
    const request = await reversing()(w)
    await w.done('keeper', counts.reverseActionCount, request as never)
    return request
  }),
  refused(counts.reverseActionCount, 'own-count', 'it was counted for who tries', async (w) => {
    const { countId, person } = await counted(w)
    await w.done('institute', grantRole, {
      ...atStation(w),
      body: { personId: person.personId, role: 'staff' },
    } as never)
    return { as: 'from60', params: { countId }, body: { words: '数错了' } }
  }),
]
