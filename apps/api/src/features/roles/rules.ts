/**
 * Who may act where. A role is held on a unit and counts in its subtree: on the center in the whole county, on an institute for what carries its
 * `institute_id`, on a station for what carries its `station_id`. Departments stand beside the tiers: they act on the platforms they lead.
 */
import { addDays } from '@sidan/types/civil'
import type { CountyId } from '@sidan/types/ids'
import type { UnitTier } from '@sidan/types/organisation'
import type { ProblemCode } from '@sidan/types/problems'
import type { Role } from '@sidan/types/roles'
import type { Abilities } from '../standing/rules.ts'

export interface Grant {
  grantId: string
  role: Role
  unitId: string
  unitName: string
  tier: UnitTier
  /** Preset code of the unit: what a platform's `leadDepartment` names. */
  unitCode: string
  deputyForName: string | null
  untilDay: string | null
}

/** Somebody signed in, as of this request: roles are read with it. */
export interface Actor {
  countyId: CountyId
  personId: string
  displayName: string
  homeStationId: string | null
  grants: Grant[]
  /** What they can do today; null for who is not a volunteer. */
  volunteer: Abilities | null
  ledTeamIds: string[]
  /** The county's policy version in force. */
  policyVersion: number
}

/** Where something lies: what a subtree is compared with. */
export interface Place {
  stationId: string
  instituteId: string | null
}

/** Roles that decide on orders and records; a grid worker orders for others, a merchant verifies, an auditor reads. */
const deciding: readonly Role[] = ['countyKeeper', 'keeper', 'staff']

/** Tiers at which this actor may decide about something that lies at `place`. */
export function decidingTiers(actor: Actor, place: Place): UnitTier[] {
  return actor.grants
    .filter((grant) => deciding.includes(grant.role) && covers(grant, place))
    .map((grant) => grant.tier)
}

/** Whether a grant's unit has `place` in its subtree. */
function covers(grant: Grant, place: Place): boolean {
  if (grant.tier === 'center') return true
  if (grant.tier === 'institute') return place.instituteId === grant.unitId
  return place.stationId === grant.unitId
}

/** The grant whose work list this person sees: the highest deciding one. */
export function deskOf(actor: Actor): Grant | undefined {
  const order: UnitTier[] = ['center', 'institute', 'station', 'site', 'post', 'department']
  return actor.grants
    .filter((grant) => deciding.includes(grant.role))
    .sort((a, b) => order.indexOf(a.tier) - order.indexOf(b.tier))[0]
}

/** Whether the actor holds one of the roles anywhere that covers the place. */
export const holds = (actor: Actor, roles: readonly Role[], place: Place): boolean =>
  actor.grants.some((grant) => roles.includes(grant.role) && covers(grant, place))

/** How long a one-time code for a role is good. */
export const invitationDays = 7

/** Longest time a deputy may stand in. */
const deputyDays = 92

/** Whether the holder of a keeper's role may name a deputy for these days (both included). A deputy names none. */
export function mayNameDeputy(grant: Grant, days: { from: string; until: string }, today: string): true | ProblemCode {
  if (!['keeper', 'countyKeeper'].includes(grant.role) || grant.deputyForName !== null) return 'role-not-grantable'
  if (days.until < days.from || days.until < today || days.until > addDays(days.from, deputyDays - 1))
    return 'period-invalid'
  return true
}
