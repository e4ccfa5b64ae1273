import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import type { Policy } from '@sidan/types/policy'
import { upgraded, upgradePolicy } from '@sidan/types/policy-upgrades'

/** As the document had it before version 6: how a benefit is had, and by whom, was not said. */
const unsaid = ({ benefits }: Policy) => benefits.map(({ kind: _, givenBy: __, ...benefit }) => benefit)

const sample = (version: number): unknown =>
  JSON.parse(readFileSync(join(__dirname, `../samples/policy-version-${version}.json`), 'utf8'))

it('a document stored by version 1 is read today: 双报到 is off, and an aim is measured by nothing', () => {
  const policy = upgradePolicy(sample(1))
  expect(policy).toMatchObject({
    schemaVersion: 9,
    people: { dualAffiliation: null },
    aims: [{ code: 'hours', target: 20, unit: '小时', measure: null }],
  })
  const { schemaVersion: _, people: __, aims: ___, hours: ____, stars: _____, timeBank: ______, ...rest } = policy
  const same = { ...rest, rewards: Object(sample(1)).rewards }
  expect(sample(1)).toMatchObject(same)
})

it('a document stored by version 2 is read today: a rotating code may come ten minutes late, and all else stays', () => {
  const policy = upgradePolicy(sample(2))
  expect(policy.hours.relayMinutes).toBe(10)
  const { relayMinutes: _, manualEntry: __, publicNoticeDays: ___, jumpMinutes: ____, ...hours } = policy.hours
  expect({ ...Object(sample(2)), timeBank: null }).toEqual({
    ...policy,
    schemaVersion: 2,
    rewards: Object(sample(2)).rewards,
    benefits: unsaid(policy),
    hours,
    stars: Object(sample(2)).stars,
  })
})

it('a document stored by version 3 is read today: nothing is entered by hand, nothing waits in public, and ratings count as they are said to now', () => {
  const policy = upgradePolicy(sample(3))
  const { manualEntry, publicNoticeDays, jumpMinutes: _, ...hours } = policy.hours
  expect([manualEntry, publicNoticeDays]).toEqual([null, 0])
  const { ratingSupplement, ...stars } = policy.stars
  expect(ratingSupplement).toEqual({ fromLevel: 3, minRatings: 5, minAverageTenths: 40 })
  expect({ ...Object(sample(3)), timeBank: null }).toEqual({
    ...policy,
    schemaVersion: 3,
    rewards: Object(sample(3)).rewards,
    benefits: unsaid(policy),
    hours,
    stars: { ...stars, ratingSupplement: true },
  })
  const plain = { ...Object(sample(3)), stars: { ...stars, ratingSupplement: false } }
  expect(upgradePolicy(plain).stars.ratingSupplement).toBeNull()
})

it('a document stored by version 4 is read today: no time is saved', () => {
  const { timeBank, ...policy } = upgradePolicy(sample(4))
  expect(timeBank).toBeNull()
  expect(sample(4)).toEqual({
    ...policy,
    schemaVersion: 4,
    rewards: Object(sample(4)).rewards,
    hours: Object(sample(4)).hours,
    benefits: unsaid({ ...policy, timeBank }),
  })
})

it('a document stored by version 5 is read today: each benefit is scanned, and nobody is said to give it', () => {
  const policy = upgradePolicy(sample(5))
  expect(policy.benefits.map(({ kind, givenBy }) => [kind, givenBy])).toEqual(Array(3).fill(['scan', null]))
  expect(sample(5)).toEqual({
    ...policy,
    schemaVersion: 5,
    rewards: Object(sample(5)).rewards,
    hours: Object(sample(5)).hours,
    benefits: unsaid(policy),
  })
})

it('a document stored by version 6 is read today: its actions run without an end, and are counted by the time', () => {
  const { points, ...policy } = upgradePolicy(sample(6))
  const { earningActions, ...before } = Object(sample(6)).points
  expect(earningActions).toHaveLength(1)
  expect(points).toEqual({
    ...before,
    earningActions: [{ ...earningActions[0], measure: '次', from: null, until: null }],
  })
  expect(sample(6)).toEqual({
    ...policy,
    schemaVersion: 6,
    rewards: Object(sample(6)).rewards,
    hours: Object(sample(6)).hours,
    points: Object(sample(6)).points,
  })
})

it('a document stored by version 7 is read today: nobody exchanges with another’s points', () => {
  const { rewards, ...policy } = upgradePolicy(sample(7))
  expect(rewards).toEqual({ ...Object(sample(7)).rewards, family: null })
  expect(sample(7)).toEqual({
    ...policy,
    schemaVersion: 7,
    rewards: Object(sample(7)).rewards,
    hours: Object(sample(7)).hours,
  })
})

it('a document stored by version 8 is read today: nobody is asked how they came from one place to the next', () => {
  const { hours, ...policy } = upgradePolicy(sample(8))
  expect(hours).toEqual({ ...Object(sample(8)).hours, jumpMinutes: null })
  expect(sample(8)).toEqual({ ...policy, schemaVersion: 8, hours: Object(sample(8)).hours })
})

it('an action that ends before it begins is refused', () => {
  const { points, ...policy } = upgradePolicy(sample(6))
  const running = (from: string, until: string) => ({
    ...policy,
    points: { ...points, earningActions: points.earningActions.map((action) => ({ ...action, from, until })) },
  })
  expect(upgradePolicy(running('2026-11-01', '2026-11-01')).points.earningActions[0]).toMatchObject({ measure: '次' })
  expect(() => upgradePolicy(running('2026-11-02', '2026-11-01'))).toThrow()
})

it('upgrading changes nothing that it was given, and nothing that is the newest already', () => {
  const before = sample(1)
  const policy = upgradePolicy(before)
  expect(before).toEqual(sample(1))
  expect(upgraded(policy)).toBe(policy)
})

it.each([
  ['has no version', { aims: [] }],
  ['is of a version that nobody made', { ...Object(sample(1)), schemaVersion: 99 }],
  ['is no document', 'policy'],
  ['has hours that are none', { ...Object(sample(2)), hours: 'many' }],
  ['has benefits that are none', { ...Object(sample(5)), benefits: 'many' }],
  ['has rewards that are none', { ...Object(sample(7)), rewards: 'many' }],
  ['has points that are none', { ...Object(sample(6)), points: 'many' }],
  [
    'has actions that are none',
    { ...Object(sample(6)), points: { ...Object(sample(6)).points, earningActions: 'many' } },
  ],
  ['has aims that are none', { ...Object(sample(1)), aims: 'many' }],
])('a document that %s is refused', (_what, document) => {
  expect(() => upgradePolicy(document)).toThrow()
})
