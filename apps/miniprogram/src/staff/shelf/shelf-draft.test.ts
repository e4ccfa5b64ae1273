import { expect, it } from '@jest/globals'
import { changedOf, draftOf, missingOf, writtenOf } from './shelf-draft.ts'

const now = new Date('2026-11-24T01:00:00.000Z')
const filled = { ...draftOf(undefined, now), title: ' 牙刷两支 ', price: '10', stock: '5' }

it('a new item is open at once and unlimited, and says what is missing in turn', () => {
  expect(missingOf(draftOf(undefined, now), true)).toBe('先写是什么东西')
  expect(missingOf({ ...filled, price: '0' }, true)).toBe('写上要多少分')
  expect(missingOf({ ...filled, price: '1.5' }, true)).toBe('写上要多少分')
  expect(missingOf({ ...filled, stock: '' }, true)).toBe('写上先有多少份，没有就写 0')
  expect(missingOf({ ...filled, stock: '' }, false)).toBe(false)
  expect(writtenOf(filled)).toEqual({ title: '牙刷两支', icon: 'gift', pricePoints: 10, limit: null, opensAt: null })
})

it('a limit has both its numbers, and a time is one of Shanghai', () => {
  expect(missingOf({ ...filled, limited: true, days: '0' }, true)).toBe('几天里限，1 到 366')
  expect(missingOf({ ...filled, timed: true, day: '' }, true)).toBe('选哪一天开始换')
  expect(writtenOf({ ...filled, limited: true, timed: true })).toMatchObject({
    limit: { perPerson: 1, days: 30 },
    opensAt: '2026-11-25T00:00:00.000Z',
  })
})

it('only what was changed is sent', () => {
  expect(changedOf(filled, filled)).toEqual({})
  expect(changedOf(filled, { ...filled, price: '12' })).toEqual({ pricePoints: 12 })
  expect(changedOf({ ...filled, limited: true }, filled)).toEqual({ limit: null })
})
