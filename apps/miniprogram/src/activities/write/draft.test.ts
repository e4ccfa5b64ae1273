import { expect, it } from '@jest/globals'
import type { Activity } from '@sidan/types/activities'
import { draftFrom, firstDraft, formOf, missingOf, missingToKeep, newOpening } from './draft.ts'

const now = new Date('2026-11-26T01:00:00Z')
const filled = { ...firstDraft(now), title: '河边捡垃圾', place: '站门口' }
const by = { unitId: 'unit' as never, teamId: null }

it('begins with a Saturday at least three days ahead', () => {
  expect(firstDraft(now).time).toEqual({ day: '2026-12-05', from: '09:00', minutes: 120 })
  expect(firstDraft(new Date('2026-11-25T01:00:00Z')).time.day).toBe('2026-11-28')
})

it('rule-03 says what a call lacks before it can be published, and keeps it as a draft meanwhile', () => {
  expect(missingToKeep(filled, now)).toBe(false)
  expect(missingOf(filled, now)).toBe('先写做什么，才能发布')
  expect(missingOf({ ...filled, content: '沿河走两公里' }, now)).toBe('先写有什么要当心的，才能发布')
  expect(missingOf({ ...filled, content: '沿河走两公里', risks: '路滑' }, now)).toBe(false)
  expect(missingOf({ ...filled, signUp: 'none', openings: [] }, now)).toBe(false)
})

it('says that a time is past', () => {
  expect(missingToKeep({ ...filled, time: { ...filled.time, day: '2026-11-26', from: '08:00' } }, now)).toBe(
    '这个时间已经过了，换一个',
  )
})

it('rule-16 calls no children to hazardous work, and tells openings apart by their names', () => {
  const children = { ...filled, hazardous: true, openings: [newOpening('孩子', { kind: 'child' })] }
  expect(missingToKeep(children, now)).toBe('有点险的活儿不招孩子')
  expect(missingToKeep({ ...filled, openings: [newOpening('引导员'), newOpening('引导员')] }, now)).toBe(
    '岗位的名字不能一样',
  )
})

it('weeks in a row are shifts at the same hour in Asia/Shanghai', () => {
  const { shifts } = formOf({ ...filled, weeks: 3 }, by)
  expect(shifts.map(({ startsAt }) => startsAt)).toEqual([
    '2026-12-05T01:00:00.000Z',
    '2026-12-12T01:00:00.000Z',
    '2026-12-19T01:00:00.000Z',
  ])
  expect(shifts[0]?.endsAt).toBe('2026-12-05T03:00:00.000Z')
})

it('where nobody signs up no opening is sent', () => {
  expect(formOf({ ...filled, signUp: 'none' }, by).openings).toEqual([])
})

it('a former activity gives its words, places and hour, on the next such weekday', () => {
  const activity = {
    title: '周六河边捡垃圾',
    place: '站门口',
    content: '沿河走',
    risks: '路滑',
    platformCode: null,
    audience: 'everybody',
    hazardous: false,
    signUp: 'open',
    privateDetails: '门锁 4821',
    shifts: [
      {
        startsAt: '2026-11-14T00:30:00Z',
        endsAt: '2026-11-14T02:30:00Z',
        places: [
          { ...newOpening('捡拾员', { capacity: 12 }), openingId: 'o', confirmed: 9, free: 5, waiting: 0, waitlist: 5 },
        ],
      },
    ],
  } as unknown as Activity
  const draft = draftFrom(activity, now)
  expect(draft.time).toEqual({ day: '2026-11-28', from: '08:30', minutes: 120 })
  expect(draft.privateDetails).toBe('门锁 4821')
  expect(draft.openings).toMatchObject([{ name: '捡拾员', capacity: 12, overbook: 2, waitlist: 5 }])
})

it('the cut-off stands as far before every shift', () => {
  const until = (cutOff: 'start' | 'evening' | 'twoDays') =>
    formOf({ ...filled, weeks: 2, cutOff }, by).shifts.map(({ signUpUntil }) => signUpUntil)
  expect(until('start')).toEqual([null, null])
  expect(until('evening')).toEqual(['2026-12-04T10:00:00.000Z', '2026-12-11T10:00:00.000Z'])
  expect(until('twoDays')).toEqual(['2026-12-03T01:00:00.000Z', '2026-12-10T01:00:00.000Z'])
  const tomorrow = { ...filled, time: { ...filled.time, day: '2026-11-27' } }
  expect(missingToKeep({ ...tomorrow, cutOff: 'twoDays' }, now)).toBe('报名截止的时间已经过了，换一个')
})
