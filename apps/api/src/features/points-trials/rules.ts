/** 试算: what other points would have given for records that have earned theirs. Pure sums: nothing here posts. */
import type { PointsTrial } from '@sidan/types/points-trials'
import type { Policy } from '@sidan/types/policy'
import type { ProblemCode } from '@sidan/types/problems'
import type { ServiceNature } from '@sidan/types/records'
import { pointsFor } from '../records/rules.ts'
import type { Actor } from '../roles/rules.ts'

/** The county's keeper: how points are given is the county's to decide. */
export const mayTry = (actor: Pick<Actor, 'grants'>): true | ProblemCode =>
  actor.grants.some(({ role }) => role === 'countyKeeper') ? true : 'not-allowed'

/** A month that has begun. */
export const mayBeTried = (month: string, thisMonth: string): true | ProblemCode =>
  month <= thisMonth ? true : 'period-invalid'

/** An approved record with what the ledger posted for it; `stars` are those its order has now. */
export interface Credited {
  personId: string
  name: string
  homeStationName: string | null
  platformCode: string | null
  minutes: number
  serviceNature: ServiceNature
  stars: number | null
  policyVersion: number
  postedPoints: number
}

/**
 * The rating that counted when a record was credited: its order's, unless the order was done again and rated anew: a record keeps the bonus of the first
 * rating that gave one, so then the bonus tells which it was.
 */
export function countedStars(record: Credited, under: Policy['points']): number | null {
  const bonus = record.postedPoints - pointsFor({ ...record, stars: null }, under).totalPoints
  const bonusOf = under.ratingBonus.find((row) => row.stars === record.stars)?.points ?? 0
  return bonusOf === bonus ? record.stars : (under.ratingBonus.find((row) => row.points === bonus)?.stars ?? null)
}

/** A record's points twice. */
interface Compared extends Pick<Credited, 'personId' | 'name' | 'homeStationName' | 'platformCode'> {
  beforePoints: number
  afterPoints: number
}

/** What a record earned `under` the policy it was credited with, beside what the `tried` one would have given. */
export function comparedRecord(record: Credited, under: Policy['points'], tried: Policy['points']): Compared {
  const { personId, name, homeStationName, platformCode, postedPoints } = record
  const { totalPoints } = pointsFor({ ...record, stars: countedStars(record, under) }, tried)
  return { personId, name, homeStationName, platformCode, beforePoints: postedPoints, afterPoints: totalPoints }
}

const sumOf = (compared: readonly Compared[]) => ({
  beforePoints: compared.reduce((sum, one) => sum + one.beforePoints, 0),
  afterPoints: compared.reduce((sum, one) => sum + one.afterPoints, 0),
})

/** How many are named of those who gain, and of those who lose. */
const mostNamed = 10

type People = Pick<PointsTrial, 'people'> & Record<'gaining' | 'losing', Omit<Compared, 'platformCode'>[]>

/** Who gains and who loses over all their records; the largest change first. */
export function comparedPeople(compared: readonly Compared[]): People {
  const byPerson = new Map<string, Omit<Compared, 'platformCode'>>()
  for (const { platformCode: _, ...one } of compared) {
    const sum = byPerson.get(one.personId) ?? { ...one, beforePoints: 0, afterPoints: 0 }
    sum.beforePoints += one.beforePoints
    sum.afterPoints += one.afterPoints
    byPerson.set(one.personId, sum)
  }
  const change = (one: { beforePoints: number; afterPoints: number }) => one.afterPoints - one.beforePoints
  const people = [...byPerson.values()].sort((a, b) => change(b) - change(a) || (a.personId < b.personId ? -1 : 1))
  const gaining = people.filter((one) => change(one) > 0)
  const losing = people.filter((one) => change(one) < 0).reverse()
  return {
    people: { gain: gaining.length, lose: losing.length, same: people.length - gaining.length - losing.length },
    gaining: gaining.slice(0, mostNamed),
    losing: losing.slice(0, mostNamed),
  }
}

/** Each platform of the county in its order, also those without records; then what records name besides, and service on none. */
export function comparedPlatforms(
  compared: readonly Compared[],
  platforms: Policy['platforms'],
): PointsTrial['platforms'] {
  const known = platforms.map(({ code, name }) => ({ code, name }))
  const besides = [...new Set(compared.map(({ platformCode }) => platformCode))]
    .filter((code) => !known.some((one) => one.code === code))
    .sort((a, b) => (a === null || (b !== null && a > b) ? 1 : -1))
  return [...known, ...besides.map((code) => ({ code, name: null }))].map((platform) => ({
    ...platform,
    ...sumOf(compared.filter(({ platformCode }) => platformCode === platform.code)),
  }))
}

/** What all records came to. */
export const comparedTotals = (compared: readonly Compared[]) => ({ records: compared.length, ...sumOf(compared) })
