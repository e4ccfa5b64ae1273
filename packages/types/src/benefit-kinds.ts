import * as z from 'zod/mini'

/**
 * How a benefit (礼遇) is had. `scan`: whoever gives it scans the volunteer's changing code, and each use is counted. `show`: nobody can scan there (a bus), so the
 * volunteer shows a moving card, and the carrier has the month's list. `insurance`: the county insures who is on the year's list.
 */
export const BenefitKind = z.enum(['scan', 'show', 'insurance'])
export type BenefitKind = z.infer<typeof BenefitKind>
