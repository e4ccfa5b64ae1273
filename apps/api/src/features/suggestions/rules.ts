/**
 * Suggesting who might go: a deterministic score out of 100 with its parts, each a reason a person can read. Only a suggestion — a human decides
 * (rule-25), and whoever is asked may decline (rule-09).
 *
 *   skill 40 · nearness 25 (same station 25, same institute 18, adjacent 10, elsewhere 0) · availability 20 · load up to 10 · rating up to 5
 */
import type { SuggestionPart } from '@sidan/types/dispatch'

export interface Candidate {
  personId: string
  displayName: string
  teamName: string | null
  hasSkill: boolean
  doneBefore: number
  place: 'sameStation' | 'sameInstitute' | 'adjacent' | 'elsewhere'
  freeThen: boolean
  clashAt: Date | null
  openThisMonth: number
  ratingPercent: number | null
  declinedBefore: boolean
}

const nearPoints = { sameStation: 25, sameInstitute: 18, adjacent: 10, elsewhere: 0 } as const

const part = (
  kind: SuggestionPart['kind'],
  points: number,
  fits: boolean,
  detail: Partial<SuggestionPart['detail']> = {},
): SuggestionPart => ({
  kind,
  points,
  fits,
  detail: { skill: null, place: null, count: null, clashAt: null, ...detail },
})

/** The score of one candidate, with its parts. */
function scoreOf(candidate: Candidate, skill: string | null): { score: number; parts: SuggestionPart[] } {
  const clash = candidate.clashAt?.toISOString() ?? null
  const parts = [
    part('skill', candidate.hasSkill ? 40 : 0, candidate.hasSkill, { skill, count: candidate.doneBefore }),
    part('nearness', nearPoints[candidate.place], candidate.place !== 'elsewhere', { place: candidate.place }),
    part('availability', clash ? 0 : candidate.freeThen ? 20 : 8, !clash && candidate.freeThen, { clashAt: clash }),
    part('load', Math.max(0, 10 - 2 * candidate.openThisMonth), candidate.openThisMonth < 5, {
      count: candidate.openThisMonth,
    }),
    part(
      'rating',
      candidate.ratingPercent === null ? 3 : Math.round(candidate.ratingPercent / 20),
      (candidate.ratingPercent ?? 100) >= 60,
      {
        count: candidate.ratingPercent,
      },
    ),
  ]
  return { score: parts.reduce((sum, { points }) => sum + points, 0), parts }
}

export type Ranked = Pick<Candidate, 'personId' | 'displayName' | 'teamName' | 'declinedBefore'> & {
  score: number
  parts: SuggestionPart[]
}

/** Best first; who declined this order comes last; ties by id, so that two looks give the same list. */
export function rank(candidates: Candidate[], skill: string | null): Ranked[] {
  return candidates
    .map((candidate) => ({
      personId: candidate.personId,
      displayName: candidate.displayName,
      teamName: candidate.teamName,
      declinedBefore: candidate.declinedBefore,
      ...scoreOf(candidate, skill),
    }))
    .sort(
      (a, b) =>
        Number(a.declinedBefore) - Number(b.declinedBefore) || b.score - a.score || (a.personId < b.personId ? -1 : 1),
    )
}
