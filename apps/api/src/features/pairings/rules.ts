/** Who sees a pairing and what they may do: the volunteer, the household, the substitute for the time, and staff above; nobody else knows of it. */
import { addDays } from '@sidan/types/civil'
import type { PairingAction, PairingState } from '@sidan/types/pairings'
import type { ProblemCode } from '@sidan/types/problems'
import { type Actor, decidingTiers } from '../roles/rules.ts'

export interface SubstituteFacts {
  personId: string
  fromDay: string
  untilDay: string
  state: 'asked' | 'agreed' | 'declined'
}

export interface PairingFacts {
  id: string
  unitId: string
  instituteId: string | null
  volunteerId: string
  householdPersonId: string | null
  state: PairingState
  everyDays: number
  nextVisitDay: string
  substitutes: SubstituteFacts[]
}

export type Viewer = 'volunteer' | 'substitute' | 'household' | 'staff'

/** How somebody stands to a pairing today; undefined for whom it does not exist. */
export function viewerOf(pairing: PairingFacts, actor: Actor, today: string): Viewer | undefined {
  if (pairing.volunteerId === actor.personId) return 'volunteer'
  if (pairing.householdPersonId === actor.personId) return 'household'
  if (pairing.substitutes.some((one) => one.personId === actor.personId && concerns(one, today))) return 'substitute'
  return decidingTiers(actor, { stationId: pairing.unitId, instituteId: pairing.instituteId }).length > 0
    ? 'staff'
    : undefined
}

/** Asked: until it is over. Agreed: from its first day to its last. */
const concerns = (one: SubstituteFacts, today: string): boolean =>
  one.untilDay >= today && (one.state === 'asked' || (one.state === 'agreed' && one.fromDay <= today))

const standsIn = (pairing: PairingFacts, personId: string, day: string): boolean =>
  pairing.substitutes.some(
    (one) => one.personId === personId && one.state === 'agreed' && one.fromDay <= day && one.untilDay >= day,
  )

/** Who goes there on a day: whoever agreed to stand in, else the volunteer. */
export const visitorOn = (pairing: PairingFacts, day: string): string =>
  pairing.substitutes.find((one) => standsIn(pairing, one.personId, day))?.personId ?? pairing.volunteerId

/** rule-27: address and phone are for who goes there now, and nobody once it is over. */
export const mayReveal = (pairing: PairingFacts, actor: Actor, today: string): true | ProblemCode =>
  pairing.state === 'going' && (pairing.volunteerId === actor.personId || standsIn(pairing, actor.personId, today))
    ? true
    : 'contact-not-yours'

export function pairingActions(pairing: PairingFacts, actor: Actor, today: string): PairingAction[] {
  const viewer = viewerOf(pairing, actor, today)
  const asked = pairing.substitutes.some((one) => one.personId === actor.personId && one.state === 'asked')
  const open = pairing.state === 'going'
  return [
    ...(viewer === 'volunteer' && pairing.state === 'asked' ? (['answer'] as const) : []),
    ...(open && mayReveal(pairing, actor, today) === true ? (['visit', 'reveal'] as const) : []),
    ...(open && (viewer === 'volunteer' || viewer === 'staff') ? (['nameSubstitute'] as const) : []),
    ...(asked && viewer === 'substitute' ? (['answerSubstitute'] as const) : []),
    ...(mayEnd(viewer, pairing.state) === true ? (['end'] as const) : []),
  ]
}

export function mayEnd(viewer: Viewer | undefined, state: PairingState): true | ProblemCode {
  if (viewer === 'substitute') return 'not-allowed'
  return state === 'asked' || state === 'going' ? true : 'pairing-not-open'
}

/** A visit of the last month may be written down by whoever went. */
export function mayVisit(pairing: PairingFacts, actor: Actor, day: string, today: string): true | ProblemCode {
  if (pairing.state !== 'going') return 'pairing-not-open'
  if (pairing.volunteerId !== actor.personId && !standsIn(pairing, actor.personId, day)) return 'not-allowed'
  return day <= today && day >= addDays(today, -31) ? true : 'period-invalid'
}

/** The longest time somebody may stand in, in days. */
const substituteDays = 92

export const substituteTime = (days: { from: string; until: string }, today: string): true | ProblemCode =>
  days.until < days.from || days.until < today || days.until > addDays(days.from, substituteDays - 1)
    ? 'period-invalid'
    : true

/** How many days after its day a visit is overdue. */
export const overdueAfterDays = 3
export const isOverdue = (nextVisitDay: string, today: string): boolean =>
  addDays(nextVisitDay, overdueAfterDays) < today
