/**
 * Who fits what: asked when somebody signs up, when they are let in, and again when they check in, because a certificate or an insurance may be over by
 * then. The facts are those of the civil day of the service.
 */
import { type AgeBand, isFrom, isMinor } from '@sidan/types/ages'
import type { UnfitCode } from '@sidan/types/standing'

/** What is known of a person for one civil day. */
export interface Standing {
  personId: string
  /** Registered as a volunteer, and active. */
  volunteer: boolean
  /** Null until asked. */
  ageBand: AgeBand | null
  /** A guardian agreed and has not withdrawn; means something for minors only. */
  guardianConsents: boolean
  /** Verified and not expired that day. */
  qualifications: string[]
  /** An accident insurance that covers that day is recorded. */
  insured: boolean
}

/** A volunteer with what they can do, and what is known of them on a civil day. */
export interface Abilities extends Omit<Standing, 'personId' | 'volunteer'> {
  skills: string[]
}

/** What an order's catalogue item asks of who serves. */
export interface Needs {
  requiredSkill: string | null
  requiredQualification: string | null
  hazardous: boolean
}

/** What a place in a shift asks for. */
export interface Requirements {
  /** Youngest and oldest age in years, where bands begin and end; null: any. */
  ageFrom: 14 | 16 | 18 | null
  ageUpTo: 59 | 69 | null
  qualification: string | null
  hazardous: boolean
}

/**
 * Why a volunteer may not serve there, or undefined. rule-05: age and qualification; rule-06: hazardous work needs insurance; rule-16: a minor needs a
 * guardian's consent and does no hazardous work.
 */
export function unfit(asked: Requirements, who: Standing): UnfitCode | undefined {
  if (!who.volunteer) return 'volunteer-needed'
  const asksAge = asked.ageFrom !== null || asked.ageUpTo !== null || asked.hazardous
  if (who.ageBand === null) {
    if (asksAge) return 'age-unknown'
  } else {
    if (asked.ageFrom !== null && !isFrom(who.ageBand, asked.ageFrom)) return 'age-not-fitting'
    if (asked.ageUpTo !== null && isFrom(who.ageBand, asked.ageUpTo + 1)) return 'age-not-fitting'
    if (isMinor(who.ageBand) && asked.hazardous) return 'age-not-fitting'
    if (isMinor(who.ageBand) && !who.guardianConsents) return 'guardian-consent-needed'
  }
  if (asked.qualification !== null && !who.qualifications.includes(asked.qualification)) return 'qualification-missing'
  if (asked.hazardous && !who.insured) return 'insurance-missing'
  return undefined
}

/** What a volunteer lacks for an order, or undefined: as `unfit`, and the skill. */
export function lacks(needs: Needs, who: Abilities): UnfitCode | undefined {
  const asked = { ageFrom: null, ageUpTo: null, qualification: needs.requiredQualification, hazardous: needs.hazardous }
  const lacking = unfit(asked, { ...who, personId: '', volunteer: true })
  if (lacking) return lacking
  return needs.requiredSkill === null || who.skills.includes(needs.requiredSkill) ? undefined : 'qualification-missing'
}
