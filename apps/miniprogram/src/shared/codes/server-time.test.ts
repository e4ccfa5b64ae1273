import { expect, it } from '@jest/globals'
import { driftMs, heardAt, resumedAt, serverMs } from './server-time.ts'

const noon = Date.parse('2026-11-26T04:00:00.000Z')
const said = '2026-11-26T04:00:00.000Z'
/** A device that has run for a minute, its clock so many seconds ahead. */
const clocks = (aheadS: number, laterS = 0) => ({
  shownMs: noon + (aheadS + laterS) * 1000,
  countedMs: 60_000 + laterS * 1000,
})

it('a clock that is wrong is put right, and by how much it is wrong is known', () => {
  const slow = heardAt(said, clocks(-40, -1), clocks(-40, 1))
  expect(serverMs(slow, clocks(-40, 30))).toBe(noon + 30_000)
  expect(driftMs(slow, clocks(-40, 30))).toBe(-40_000)
  expect(driftMs(heardAt(said, clocks(7), clocks(7)), clocks(7, 30))).toBe(7_000)
})

it('a clock that somebody sets in between is noticed without a network', () => {
  const right = heardAt(said, clocks(0), clocks(0))
  expect(driftMs(right, clocks(0, 3600))).toBe(0)
  expect(driftMs(right, clocks(600, 3600))).toBe(600_000)
})

it('after a start without network what was known of the clock still holds', () => {
  const { offsetMs } = heardAt(said, clocks(-40), clocks(-40))
  const again = { shownMs: noon - 40_000 + 3_600_000, countedMs: 500 }
  expect(serverMs(resumedAt(offsetMs, again), again)).toBe(noon + 3_600_000)
  expect(driftMs(resumedAt(offsetMs, again), again)).toBe(-40_000)
})
