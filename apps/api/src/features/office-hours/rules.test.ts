import { describe, expect, it } from '@jest/globals'
import { addOfficeMinutes, appointmentOf, openAt, slotPossible, slotsFrom } from './rules.ts'

const hours = { opensAt: '08:30', closesAt: '17:30' }
const at = (text: string) => new Date(`${text}:00+08:00`)

describe('a promise', () => {
  it('counts within one day', () => {
    expect(addOfficeMinutes(at('2026-11-24T10:00'), 120, hours)).toEqual(at('2026-11-24T12:00'))
  })
  it('carries what is left over the night', () => {
    expect(addOfficeMinutes(at('2026-11-24T17:20'), 120, hours)).toEqual(at('2026-11-25T10:20'))
  })
  it('starts at opening for an order in the night', () => {
    expect(addOfficeMinutes(at('2026-11-24T23:00'), 60, hours)).toEqual(at('2026-11-25T09:30'))
  })
  it('spans several days', () => {
    expect(addOfficeMinutes(at('2026-11-24T08:30'), 3 * 540, hours)).toEqual(at('2026-11-26T17:30'))
  })
})

describe('a chosen time', () => {
  const now = at('2026-11-24T13:00')
  it('lies ahead', () => {
    expect(slotPossible({ day: '2026-11-24', part: 'morning' }, now)).toBe(false)
    expect(slotPossible({ day: '2026-11-24', part: 'afternoon' }, now)).toBe(true)
  })
  it('lies within thirty days', () => {
    expect(slotPossible({ day: '2026-12-24', part: 'morning' }, now)).toBe(true)
    expect(slotPossible({ day: '2026-12-25', part: 'morning' }, now)).toBe(false)
  })
  it('may be left to the station, but then without a part of the day', () => {
    expect(slotPossible({ day: null, part: 'any' }, now)).toBe(true)
    expect(slotPossible({ day: null, part: 'morning' }, now)).toBe(false)
  })
  it('is offered as three half days and “as you arrange”, each possible', () => {
    const slots = slotsFrom(now)
    expect(slots).toHaveLength(4)
    expect(slots.every((slot) => slotPossible(slot, now))).toBe(true)
  })
  it('means an appointment at the beginning of the half day', () => {
    expect(appointmentOf({ day: '2026-11-26', part: 'morning' }, 60)).toEqual({
      startsAt: at('2026-11-26T09:00'),
      endsAt: at('2026-11-26T10:00'),
    })
  })
})

it('a station is open from its first minute to before its last', () => {
  expect(openAt(at('2026-11-24T08:29'), hours)).toBe(false)
  expect(openAt(at('2026-11-24T08:30'), hours)).toBe(true)
  expect(openAt(at('2026-11-24T17:30'), hours)).toBe(false)
})
