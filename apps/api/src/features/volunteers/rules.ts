/** Who may register, and by which numbers. */
import type { AgeBand } from '@sidan/types/ages'
import type { ConsentPurpose } from '@sidan/types/consents'
import type { ProblemCode } from '@sidan/types/problems'
import { isIdNumber } from '@sidan/types/volunteer-numbers'

/** rule-20: registering is agreed to; rule-22: a child under 14 is agreed to on its own. */
export function agreed(consents: ReadonlySet<ConsentPurpose>, ageBand: AgeBand | null): true | ProblemCode {
  if (!consents.has('volunteerRecord')) return 'consent-needed'
  return ageBand === 'under14' && !consents.has('under14') ? 'consent-needed' : true
}

/** Nobody registers twice; who withdrew and comes back does. */
export const isRegistered = (
  volunteer: { active: boolean } | undefined,
  consents: ReadonlySet<ConsentPurpose>,
): boolean => volunteer !== undefined && (volunteer.active || consents.has('volunteerRecord'))

/** rule-18: an ID number is no volunteer’s number. `takenBy` has registered the same number. */
export function numberOf(
  nationalNo: string | null | undefined,
  takenBy: string | undefined,
  personId: string,
): true | ProblemCode {
  if (!nationalNo) return true
  if (isIdNumber(nationalNo)) return 'id-number-refused'
  return takenBy === undefined || takenBy === personId ? true : 'national-no-taken'
}

/** ****5678: the last four stay. */
export const maskNumber = (number: string): string => `****${number.slice(-4)}`
