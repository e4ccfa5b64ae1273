/** The people and places of one random story of the books, and what waits on their phones. */
import { redeemItem } from '@sidan/types/rewards'
import { grantRole } from '@sidan/types/role-grants'
import { signUp } from '@sidan/types/signups'
import { attending, type Someone } from './attending.ts'
import { codesOf, enrolled } from './screens.ts'
import { type ShiftMade, shiftMade } from './shift-steps.ts'
import type { World } from './world.ts'

export type Books = Awaited<ReturnType<typeof booksOf>>

export async function booksOf(w: World) {
  const { sql, someone } = attending(w)
  const { cast } = w.county
  const as = (key: string): Someone => someone(cast[key] ?? '')
  const volunteers = ['volunteer', 'second', 'third'].map(as)
  const staff = ['keeper', 'institute', 'center', 'second'].map(as)
  // Two keep the center, so that one may answer what the other decided.
  await w.done('center', grantRole, {
    params: { unitId: w.county.stage.centerId },
    body: { personId: cast['institute'] as never, role: 'keeper' },
  })
  // Something to exchange, to correct and to take back from the first burst on.
  await w.approved(360)
  await w.record(60)
  const items = await Promise.all(['爱心早餐一份', '毛巾一条'].map((title) => w.reward(title)))
  for (const itemId of items) await w.done('volunteer', redeemItem, { body: { itemId } })
  const rotating = await codesOf(w, await enrolled(w))
  const queues: object[][] = [[], [], []]
  return { w, sql, someone, as, volunteers, staff, items, rotating, queues, places: await placesOf(w) }
}

/** A day's places: two shifts that overlap, with whoever comes first, and a short one in the evening. */
async function placesOf(w: World): Promise<ShiftMade[]> {
  const { someone } = attending(w)
  const places: ShiftMade[] = []
  for (const [startsInMinutes, minutes] of [
    [1, 540],
    [120, 240],
    [560, 120],
  ] as const)
    places.push(await shiftMade(w, { startsInMinutes, minutes, opening: { capacity: 3 } }))
  for (const [who, at] of [
    ['volunteer', 0],
    ['second', 0],
    ['volunteer', 2],
    ['second', 2],
    ['third', 1],
  ] as const) {
    const place = places[at]
    const body = { openingId: place?.openingId, childId: null }
    await someone(w.county.cast[who] ?? '').ask(signUp, { params: { shiftId: place?.shiftId ?? '' }, body })
  }
  return places
}
