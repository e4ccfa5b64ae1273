import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { loadPreset } from '@sidan/counties/load-preset'
import { CountyId } from '@sidan/types/ids'
import { rootFolder } from '../../env.ts'
import type { Actor, Grant } from '../roles/rules.ts'
import { countedMinutes, mayDecide, oddReasons, pointsFor, type RecordFacts } from './rules.ts'

const folder = join(rootFolder, 'packages/counties/presets')
const jingshan = loadPreset(folder, 'jingshan').policy
const daye = loadPreset(folder, 'daye').policy
const voluntary = { platformCode: 'life', stars: null, serviceNature: 'voluntary' } as const

describe('points', () => {
  it('are the county’s own: 90 minutes are 15 in Jingshan and 30 in Daye', () => {
    expect(pointsFor({ ...voluntary, minutes: 90 }, jingshan.points).totalPoints).toBe(15)
    expect(pointsFor({ ...voluntary, minutes: 90 }, daye.points).totalPoints).toBe(30)
  })
  it('weigh by platform, add the rating, stop at the cap, and the factors add up to the total', () => {
    const plenty = pointsFor({ ...voluntary, minutes: 480, platformCode: 'care', stars: 5 }, jingshan.points)
    expect(plenty.totalPoints).toBe(65)
    expect(plenty.factors.map(({ kind, points }) => [kind, points])).toEqual([
      ['base', 80],
      ['platform', 16],
      ['cap', -36],
      ['rating', 5],
    ])
  })
  it('of what belongs to no platform are the plain rate', () => {
    expect(pointsFor({ ...voluntary, platformCode: null, minutes: 60 }, jingshan.points).totalPoints).toBe(10)
  })
  it('rule-17 are earned by voluntary service alone', () => {
    for (const serviceNature of ['duty', 'penaltySubstitute'] as const) {
      expect(pointsFor({ ...voluntary, serviceNature, minutes: 90, stars: 5 }, jingshan.points).totalPoints).toBe(0)
    }
  })
  it('are never earned for no time, whatever the rating', () => {
    expect(pointsFor({ ...voluntary, minutes: 0, stars: 5 }, jingshan.points)).toEqual({ totalPoints: 0, factors: [] })
  })
})

describe('minutes', () => {
  const from = new Date('2026-11-24T01:00:00Z')
  const until = (minutes: number) => ({
    startedAt: from,
    endedAt: new Date(from.getTime() + minutes * 60_000 + 59_000),
  })
  it('are whole ones, rounded down to the policy’s step and held to its cap', () => {
    expect(countedMinutes(until(89), 0, jingshan.hours)).toBe(89)
    expect(countedMinutes(until(89), 0, daye.hours)).toBe(60)
    expect(countedMinutes(until(2000), 0, jingshan.hours)).toBe(720)
  })
  it('fill what the person’s other records of the day leave, and no more', () => {
    expect(countedMinutes(until(89), 631, jingshan.hours)).toBe(89)
    expect(countedMinutes(until(89), 632, jingshan.hours)).toBe(88)
    expect(countedMinutes(until(89), 720, jingshan.hours)).toBe(0)
    // A cap that was lowered since takes nothing from what stands.
    expect(countedMinutes(until(89), 900, jingshan.hours)).toBe(0)
  })
})

const record = (more: Partial<RecordFacts> = {}): RecordFacts => ({
  personId: 'volunteer',
  stationId: 's',
  instituteId: 'i',
  state: 'pending',
  minutes: 60,
  grade: 'A',
  enteredById: null,
  checkedOut: 'byCode',
  ...more,
})
const keeperOf = (tier: Grant['tier'], unitId: string, personId = 'keeper'): Actor => ({
  countyId: CountyId.parse(420882),
  personId,
  displayName: '陈姐',
  homeStationId: null,
  volunteer: null,
  ledTeamIds: [],
  policyVersion: 1,
  grants: [
    {
      grantId: 'g',
      role: 'keeper',
      unitId,
      unitName: '',
      tier,
      unitCode: '',
      partner: null,
      deputyForName: null,
      untilDay: null,
    },
  ],
})

describe('a record', () => {
  it.each([
    ['the station up to 8 hours', keeperOf('station', 's'), 480, true],
    ['not the station beyond', keeperOf('station', 's'), 481, 'over-approval-limit'],
    ['the institute up to 12 hours', keeperOf('institute', 'i'), 720, true],
    ['not the institute beyond', keeperOf('institute', 'i'), 721, 'over-approval-limit'],
    ['the center however long', keeperOf('center', 'c'), 5000, true],
    ['a site or a post as a station', keeperOf('site', 's'), 480, true],
    ['not a post beyond', keeperOf('post', 's'), 481, 'over-approval-limit'],
    ['a department as an institute', keeperOf('department', 's'), 720, true],
    ['not a department beyond', keeperOf('department', 's'), 721, 'over-approval-limit'],
    ['no other station, which does not even see it', keeperOf('station', 'elsewhere'), 60, 'not-found'],
    ['never its owner', keeperOf('center', 'c', 'volunteer'), 60, 'own-record'],
  ] as const)('is decided by %s', (_who, actor, minutes, answer) => {
    expect(mayDecide(record({ minutes }), actor, jingshan.hours)).toBe(answer)
  })
  it('is decided once', () => {
    expect(mayDecide(record({ state: 'approved' }), keeperOf('station', 's'), jingshan.hours)).toBe(
      'record-not-pending',
    )
  })
  it('is odd when long, short, weakly proven or not checked out', () => {
    const odd = (more: Parameters<typeof record>[0] = {}, alone = { samePair: false, neighbourClose: false }) =>
      oddReasons({ ...record(more), ...alone }, jingshan.hours)
    expect(odd()).toEqual([])
    expect(odd({ minutes: 480 })).toEqual([])
    expect(odd({ minutes: 481 })).toEqual(['long'])
    expect(odd({ minutes: 5, grade: 'C', checkedOut: 'automatic' })).toEqual(['short', 'grade-c', 'no-check-out'])
    expect(odd({}, { samePair: true, neighbourClose: true })).toEqual(['same-pair', 'neighbour-close'])
  })
})
