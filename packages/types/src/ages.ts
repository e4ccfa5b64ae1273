/** Ages as bands: what a rule needs to know, never a birthday (rule-16). */
import * as z from 'zod/mini'

export const ageBands = ['under14', 'from14', 'from16', 'from18', 'from60', 'from70'] as const
/** `from14` is 14 and 15, `from16` 16 and 17, `from18` to 59, `from60` to 69. */
export const AgeBand = z.enum(ageBands)
export type AgeBand = z.infer<typeof AgeBand>

/** The youngest age of each band, in years. */
const youngest: Record<AgeBand, number> = { under14: 0, from14: 14, from16: 16, from18: 18, from60: 60, from70: 70 }

/** Whether everybody in the band is at least so old; `years` is where a band begins. */
export const isFrom = (band: AgeBand, years: number): boolean => youngest[band] >= years

/** A minor serves only with a guardian's consent (rule-16). */
export const isMinor = (band: AgeBand): boolean => !isFrom(band, 18)
