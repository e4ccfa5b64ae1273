import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { type Policy, upgraded, upgradePolicy } from '@sidan/types/policy'

/** As the document had it before version 6: how a benefit is had, and by whom, was not said. */
const unsaid = ({ benefits }: Policy) => benefits.map(({ kind: _, givenBy: __, ...benefit }) => benefit)

const sample = (version: number): unknown =>
  JSON.parse(readFileSync(join(__dirname, `../samples/policy-version-${version}.json`), 'utf8'))

it('a document stored by version 1 is read today: 双报到 is off, and an aim is measured by nothing', () => {
  const policy = upgradePolicy(sample(1))
  expect(policy).toMatchObject({
    schemaVersion: 6,
    people: { dualAffiliation: null },
    aims: [{ code: 'hours', target: 20, unit: '小时', measure: null }],
  })
  const { schemaVersion: _, people: __, aims: ___, hours: ____, stars: _____, timeBank: ______, ...same } = policy
  expect(sample(1)).toMatchObject(same)
})

it('a document stored by version 2 is read today: a rotating code may come ten minutes late, and all else stays', () => {
  const policy = upgradePolicy(sample(2))
  expect(policy.hours.relayMinutes).toBe(10)
  const { relayMinutes: _, manualEntry: __, publicNoticeDays: ___, ...hours } = policy.hours
  expect({ ...Object(sample(2)), timeBank: null }).toEqual({
    ...policy,
    schemaVersion: 2,
    benefits: unsaid(policy),
    hours,
    stars: Object(sample(2)).stars,
  })
})

it('a document stored by version 3 is read today: nothing is entered by hand, nothing waits in public, and ratings count as they are said to now', () => {
  const policy = upgradePolicy(sample(3))
  const { manualEntry, publicNoticeDays, ...hours } = policy.hours
  expect([manualEntry, publicNoticeDays]).toEqual([null, 0])
  const { ratingSupplement, ...stars } = policy.stars
  expect(ratingSupplement).toEqual({ fromLevel: 3, minRatings: 5, minAverageTenths: 40 })
  expect({ ...Object(sample(3)), timeBank: null }).toEqual({
    ...policy,
    schemaVersion: 3,
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
  expect(sample(4)).toEqual({ ...policy, schemaVersion: 4, benefits: unsaid({ ...policy, timeBank }) })
})

it('a document stored by version 5 is read today: each benefit is scanned, and nobody is said to give it', () => {
  const policy = upgradePolicy(sample(5))
  expect(policy.benefits.map(({ kind, givenBy }) => [kind, givenBy])).toEqual(Array(3).fill(['scan', null]))
  expect(sample(5)).toEqual({ ...policy, schemaVersion: 5, benefits: unsaid(policy) })
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
  ['has aims that are none', { ...Object(sample(1)), aims: 'many' }],
])('a document that %s is refused', (_what, document) => {
  expect(() => upgradePolicy(document)).toThrow()
})
