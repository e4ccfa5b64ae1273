/** Screens and rotating codes: requests that succeed, and what they may be refused with. */

import * as screens from '@sidan/types/screens'
import { cancelShift } from '@sidan/types/shifts'
import { newId } from '../../platform/ids.ts'
import { enrolled, waitingScreen } from '../screens.ts'
import { shiftMade } from '../shift-steps.ts'
import type { World } from '../world.ts'
import { atStation } from './role-requests.ts'
import { type Refusing, type Request, refused } from './verbs.ts'

const named = (shortCode: string) => ({ body: { shortCode, name: '门口的屏' } })
const enrolling = async (w: World, as = 'keeper'): Promise<Request> => ({
  as,
  ...atStation(w),
  ...named((await waitingScreen(w)).shortCode),
})
const showing = async (w: World): Promise<Request> => ({
  as: undefined,
  body: { countyId: w.county.countyId, token: (await enrolled(w)).token, withCodes: true },
})
const forShift = async (w: World, as = 'keeper', startsInMinutes = 1): Promise<Request> => ({
  as,
  body: { shiftId: (await shiftMade(w, { startsInMinutes })).shiftId },
})

export const screenRequests: Record<string, (w: World) => Promise<Request> | Request> = {
  [screens.requestScreen.name]: (w) => ({ as: undefined, body: { countyId: w.county.countyId } }),
  [screens.showScreen.name]: showing,
  [screens.enrolScreen.name]: (w) => enrolling(w),
  [screens.listScreens.name]: (w) => ({ as: 'keeper', ...atStation(w) }),
  [screens.revokeScreen.name]: async (w) => ({ as: 'keeper', params: { screenId: (await enrolled(w)).screenId } }),
  [screens.issueCodes.name]: (w) => forShift(w),
}

export const refusalsOfScreens: Refusing[] = [
  refused(screens.requestScreen, 'not-found', 'no such county is served', () => ({
    as: undefined,
    body: { countyId: 110000 },
  })),
  refused(screens.showScreen, 'screen-unknown', 'nobody confirmed it in time', async (w) => {
    const { token } = await waitingScreen(w)
    return { as: undefined, body: { countyId: w.county.countyId, token, withCodes: false }, daysLater: 1 }
  }),
  refused(screens.showScreen, 'screen-unknown', 'the token is another county’s', async (w) => {
    const { body } = await showing(w)
    return { as: undefined, body: { ...Object(body), countyId: w.daye.county.countyId } }
  }),
  refused(screens.showScreen, 'screen-unknown', 'it was taken away', async (w) => {
    const { token, screenId } = await enrolled(w)
    await w.done('institute', screens.revokeScreen, { params: { screenId } })
    return { as: undefined, body: { countyId: w.county.countyId, token, withCodes: true } }
  }),
  refused(screens.enrolScreen, 'not-allowed', 'a volunteer names it', (w) => enrolling(w, 'volunteer')),
  refused(screens.enrolScreen, 'not-allowed', 'the institute is above the keeper', async (w) => ({
    ...(await enrolling(w)),
    params: { unitId: w.county.stage.instituteId },
  })),
  refused(screens.enrolScreen, 'screen-code-unknown', 'it was used', async (w) => {
    const { shortCode } = await enrolled(w)
    return { as: 'center', ...atStation(w), ...named(shortCode) }
  }),
  refused(screens.enrolScreen, 'screen-code-unknown', 'ten minutes are over', async (w) => ({
    ...(await enrolling(w, 'center')),
    daysLater: 1,
  })),
  refused(screens.listScreens, 'not-allowed', 'an auditor looks', (w) => ({ as: 'auditor', ...atStation(w) })),
  refused(screens.revokeScreen, 'not-found', 'the screen hangs elsewhere', async (w) => ({
    as: 'volunteer',
    params: { screenId: (await enrolled(w)).screenId },
  })),
  refused(screens.issueCodes, 'not-found', 'no shift has that id', () => ({
    as: 'center',
    body: { shiftId: newId() },
  })),
  refused(screens.issueCodes, 'not-found', 'the order is another station’s', async (w) => ({
    as: 'second',
    body: { orderId: (await w.accepted()).orderId },
  })),
  refused(screens.issueCodes, 'order-not-open', 'nobody has accepted it', async (w) => ({
    as: 'keeper',
    body: { orderId: (await w.triaged()).orderId },
  })),
  refused(screens.issueCodes, 'activity-not-open', 'the shift is called off', async (w) => {
    const request = await forShift(w, 'keeper', 60)
    await w.done('center', cancelShift, { params: { shiftId: Object(request.body).shiftId }, body: { words: '下雨' } })
    return request
  }),
  refused(screens.issueCodes, 'codes-not-now', 'it begins in an hour', (w) => forShift(w, 'keeper', 60)),
  refused(screens.enrolScreen, 'too-many-screens', 'twenty hang there', async (w) => {
    const { items } = await w.done('keeper', screens.listScreens, atStation(w))
    for (let count = items.length; count < 20; count += 1) await enrolled(w)
    return enrolling(w)
  }),
]
