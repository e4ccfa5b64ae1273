/** Who needs a guardian, and who may be one (rule-16). */
import { type AgeBand, isMinor } from '@sidan/types/ages'
import type { ProblemCode } from '@sidan/types/problems'

/** Whether a volunteer of this age needs a guardian's consent, and has none. */
export function needsGuardian(ageBand: AgeBand | null, consentStands: boolean): true | ProblemCode {
  if (ageBand === null) return 'age-unknown'
  if (!isMinor(ageBand)) return 'guardian-not-needed'
  return consentStands ? 'consent-stands' : true
}

/** A guardian is another person who says to be grown up, and is not known to be a minor. */
export function mayBeGuardian(
  who: { personId: string; ageBand: AgeBand | null; saysAdult: boolean },
  minorId: string | null,
): true | ProblemCode {
  const minor = who.ageBand !== null && isMinor(who.ageBand)
  return who.saysAdult && !minor && who.personId !== minorId ? true : 'guardian-not-fitting'
}
