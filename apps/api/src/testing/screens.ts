/** Screens on the wall, and the codes they show, before the moment a test looks at. */
import { codeAt, type RotatingCodes } from '@sidan/types/rotating-codes'
import { enrolScreen, issueCodes, requestScreen, showScreen } from '@sidan/types/screens'
import type { World } from './world.ts'

/** A device that shows a code. */
export const waitingScreen = (w: World) => w.done('resident', requestScreen, { body: { countyId: w.county.countyId } })

/** A screen of the station, or of another unit. */
export async function enrolled(w: World, unitId: string = w.county.stage.stationId) {
  const waiting = await waitingScreen(w)
  const body = { shortCode: waiting.shortCode, name: '门口的屏' }
  return { ...waiting, ...(await w.done('center', enrolScreen, { params: { unitId }, body })) }
}

/** What a screen gets with its token. */
export async function faceOf(w: World, { token }: { token: string }, withCodes = true) {
  const shown = await w.done('resident', showScreen, { body: { countyId: w.county.countyId, token, withCodes } })
  if (shown.state !== 'shown') throw new Error('it waits to be enrolled')
  return { ...shown.face, serverNow: shown.serverNow }
}

/** The codes a screen holds from now on. */
export async function codesOf(w: World, screen: { token: string }): Promise<RotatingCodes> {
  const { codes } = await faceOf(w, screen)
  if (!codes) throw new Error('it got no codes')
  return codes
}

/** The codes on somebody's phone. */
export const phoneCodes = async (w: World, who: string, about: { shiftId: string } | { orderId: string }) =>
  (await w.done(who, issueCodes, { body: about })).codes

/** The code shown so many seconds from now. */
export function shownIn(w: World, codes: RotatingCodes, seconds = 0): string {
  const code = codeAt(codes, new Date(w.test.clock.now.getTime() + seconds * 1000))
  if (code === null) throw new Error('the codes do not reach that far')
  return code
}
