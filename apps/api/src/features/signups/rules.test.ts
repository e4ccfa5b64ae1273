import { describe, expect, it } from '@jest/globals'
import { decide, type Wish } from './rules.ts'

const now = new Date('2026-11-24T02:00:00Z')
const wish = (more: Partial<Wish> = {}): Wish => ({
  activity: { state: 'published', signUp: 'open' },
  shift: { state: 'open', signUpUntilAt: new Date('2026-11-27T01:00:00Z') },
  places: { shiftId: 's', openingId: 'o', capacity: 2, overbook: 1, waitlist: 1, confirmed: 0, waiting: 0 },
  asked: 0,
  signedUp: false,
  busy: false,
  misfit: undefined,
  now,
  ...more,
})
const places = (confirmed: number, waiting: number) => ({ ...wish().places, confirmed, waiting })
const approval = { state: 'published', signUp: 'approval' } as const

describe('a wish', () => {
  it.each<[string, Partial<Wish>, unknown]>([
    ['is confirmed while a place is free', {}, 'confirmed'],
    ['is confirmed above the capacity as far as may be overbooked', { places: places(2, 0) }, 'confirmed'],
    ['waits when it is full', { places: places(3, 0) }, 'waiting'],
    ['is refused when the waitlist is full too', { places: places(3, 1) }, { refused: 'shift-full' }],
    ['is asked where staff admits', { activity: approval }, 'asked'],
    ['may be asked when it is full, for who may leave', { activity: approval, places: places(3, 0) }, 'asked'],
    ['is not asked beyond that', { activity: approval, places: places(3, 0), asked: 1 }, { refused: 'shift-full' }],
    ['for a draft finds nothing', { activity: { state: 'draft', signUp: 'open' } }, { refused: 'not-found' }],
    [
      'for what was called off is refused',
      { shift: { ...wish().shift, state: 'cancelled' } },
      { refused: 'activity-not-open' },
    ],
    ['in the last moment counts', { now: wish().shift.signUpUntilAt }, 'confirmed'],
    [
      'after the cut-off is refused',
      { now: new Date(wish().shift.signUpUntilAt.getTime() + 1) },
      { refused: 'sign-up-over' },
    ],
    ['of who is on the list is refused', { signedUp: true }, { refused: 'already-signed-up' }],
    [
      'of who is busy then is refused, the waitlist too',
      { busy: true, places: places(3, 0) },
      { refused: 'shifts-overlap' },
    ],
    [
      'rule-05 of who does not fit is refused',
      { misfit: 'qualification-missing' },
      { refused: 'qualification-missing' },
    ],
  ])('%s', (_what, more, answer) => {
    expect(decide(wish(more))).toEqual(answer)
  })
})
