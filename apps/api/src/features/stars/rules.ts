/**
 * 星级 (rule-12). Hours of voluntary service are the base: a level is the steps of the county's ladder that they reach. Where the county lets ratings
 * count, they only ever hold a level back that the hours reached: who was rated too seldom, or well enough, is judged by hours alone.
 */
import type { NoticeKind } from '@sidan/types/notices'
import type { Policy } from '@sidan/types/policy'
import type { StarFacts, StarReason } from '@sidan/types/stars'

/** An average in tenths of a star, rounded down; null while nobody rated. */
export const averageTenths = (ratings: { count: number; starsSum: number }): number | null =>
  ratings.count === 0 ? null : Math.floor((ratings.starsSum * 10) / ratings.count)

/** The level that the facts make under a county's policy of stars, 0 for none. */
export function levelFor(facts: StarFacts, { ladderHours, ratingSupplement }: Policy['stars']): number {
  const byHours = ladderHours.filter((hours) => facts.earnedMinutes >= hours * 60).length
  const heldBack =
    ratingSupplement !== null &&
    facts.ratingCount >= ratingSupplement.minRatings &&
    (facts.averageTenths ?? 0) < ratingSupplement.minAverageTenths
  return heldBack ? Math.min(byHours, ratingSupplement.fromLevel - 1) : byHours
}

/** Minutes that are posted bring the ratings of their order along: hours alone never take a star away. */
const lostBy = {
  hours: 'star-lost-by-rating',
  rating: 'star-lost-by-rating',
  policy: 'star-lost-by-policy',
  reversal: 'star-lost-by-reversal',
} as const satisfies Record<StarReason, NoticeKind>

/** What somebody is told of a change. */
export const toldOf = (fromLevel: number, toLevel: number, reason: StarReason): NoticeKind =>
  toLevel > fromLevel ? 'star-gained' : lostBy[reason]
