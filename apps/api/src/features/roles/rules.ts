/**
 * Who may act where. A role is held on a unit and counts in its subtree: on the center in the whole county, on an institute for what carries its
 * `institute_id`, on a station for what carries its `station_id`. Departments stand beside the tiers: they act on the platforms they lead.
 */
import { addDays } from '@sidan/types/civil'
import type { CountyId } from '@sidan/types/ids'
import type { UnitTier } from '@sidan/types/organisation'
import type { ProblemCode } from '@sidan/types/problems'
import { type Role, roleNames } from '@sidan/types/roles'
import type { Abilities } from '../standing/rules.ts'

export interface Grant {
  grantId: string
  role: Role
  unitId: string
  unitName: string
  /** The partner of the reward store that the role is held at: it counts for nothing else. */
  partner: { partnerId: string; name: string } | null
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

/**
 * What a role lets its holder do in the subtree of its unit:
 *   grant           give and end roles, and care for units: on their own unit and below it
 *   decide          on orders, and on whatever else the unit answers for
 *   approve         hours
 *   orderForOthers  代点单
 *   handOut         what the love supermarket exchanges
 *   audit           read what staff read, and never write
 */
type Power = 'grant' | 'decide' | 'approve' | 'orderForOthers' | 'handOut' | 'audit'

/** The one table of roles. What is not said here, a role does not let anybody do. */
const powers: Readonly<Record<Role, readonly Power[]>> = {
  /** 中心专管员: everything in the county; nobody becomes one but by a code of the command line. */
  countyKeeper: ['grant', 'decide', 'approve', 'orderForOthers', 'handOut'],
  /** 专管员: everything in the subtree. */
  keeper: ['grant', 'decide', 'approve', 'orderForOthers', 'handOut'],
  /** 工作人员: decides like the keeper, and leaves people and units to them. */
  staff: ['decide', 'approve', 'orderForOthers', 'handOut'],
  /** 时长审核员: approves hours, and sees no orders. */
  approver: ['approve'],
  /** 网格员: orders for people at the door. */
  gridWorker: ['orderForOthers'],
  /** 宣讲员: a post one is known by when talks are given; it decides nothing. */
  speaker: [],
  /** 爱心超市: checks vouchers and hands things out. */
  merchant: ['handOut'],
  /** 店主, 店员 of a partner: what they may do there is in partners/rules.ts, and nothing anywhere else. */
  partnerOwner: [],
  partnerClerk: [],
  /** 爱心企业: sees what it sponsors, and nothing personal. */
  sponsor: [],
  /** 审计员: reads, never writes. */
  auditor: ['audit'],
}

/** Whether a grant lets its holder do this, where it counts. */
export const lets = (grant: Grant, power: Power): boolean => powers[grant.role].includes(power)

/** Tiers at which this actor may decide (or approve) about something that lies at `place`. */
export function decidingTiers(actor: Actor, place: Place, power: 'decide' | 'approve' = 'decide'): UnitTier[] {
  return actor.grants.filter((grant) => lets(grant, power) && covers(grant, place)).map((grant) => grant.tier)
}

/** Whether a grant's unit has `place` in its subtree. */
function covers(grant: Grant, place: Place): boolean {
  if (grant.tier === 'center') return true
  if (grant.tier === 'institute') return place.instituteId === grant.unitId
  return place.stationId === grant.unitId
}

/** The grant whose work list this person sees: the highest that lets them decide (or approve). */
export function deskOf(actor: Actor, power: 'decide' | 'approve' = 'decide'): Grant | undefined {
  const order: UnitTier[] = ['center', 'institute', 'station', 'site', 'post', 'department']
  return actor.grants
    .filter((grant) => lets(grant, power))
    .sort((a, b) => order.indexOf(a.tier) - order.indexOf(b.tier))[0]
}

/** Whether the actor holds one of the roles anywhere that covers the place. */
export const holds = (actor: Actor, roles: readonly Role[], place: Place): boolean =>
  actor.grants.some((grant) => roles.includes(grant.role) && covers(grant, place))

/** Whether a role of the actor's lets them do this at the place; without a place, anywhere. */
export const may = (actor: Actor, power: Power, place?: Place): boolean =>
  actor.grants.some((grant) => lets(grant, power) && (place === undefined || covers(grant, place)))

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

/** A unit, and the units above it up to the center. */
export interface UnitPlace {
  id: string
  tier: UnitTier
  aboveIds: readonly string[]
}

const isOn = (grant: Grant, unit: UnitPlace) => grant.unitId === unit.id
/** The county keeper stands above every unit but the center, departments included. */
const isAbove = (grant: Grant, unit: UnitPlace) =>
  unit.aboveIds.includes(grant.unitId) || (grant.role === 'countyKeeper' && !isOn(grant, unit))

/** Not given on a unit: one comes by a code of the command line, the others are held at a partner. */
const notGiven: readonly Role[] = ['countyKeeper', 'partnerOwner', 'partnerClerk']

/**
 * The roles an actor may give, and end, on a unit: the county keeper all but their own; a keeper the lesser ones on their own unit and all up to
 * keeper on units strictly below. A deputy gives and ends none: what they do lasts no longer than their stead.
 */
export function grantableRoles(actor: Actor, unit: UnitPlace): Role[] {
  const lasting = actor.grants.filter((grant) => lets(grant, 'grant') && grant.deputyForName === null)
  const whole = lasting.some((grant) => grant.role === 'countyKeeper' || isAbove(grant, unit))
  const lesser = whole || lasting.some((grant) => isOn(grant, unit))
  return roleNames.filter((role) => !notGiven.includes(role) && (role === 'keeper' ? whole : lesser))
}

/** Whether the actor may give this person a role on a unit: nobody gives one to themselves. */
export const mayGrant = (actor: Actor, role: Role, unit: UnitPlace, personId: string | null): true | ProblemCode =>
  personId !== actor.personId && grantableRoles(actor, unit).includes(role) ? true : 'role-not-grantable'

/** Whether the actor may end a grant: who may give it may end it. A deputy's stead is ended by who named them. */
export const mayEnd = (
  actor: Actor,
  grant: { role: Role; personId: string; deputyForId: string | null },
  unit: UnitPlace,
): true | ProblemCode =>
  grant.deputyForId === null ? mayGrant(actor, grant.role, unit, grant.personId) : 'role-not-grantable'

/** Who sees the people of a unit, with the history: who decides on it or above it, and auditors. */
export const maySeeGrants = (actor: Actor, unit: UnitPlace): boolean =>
  actor.grants.some(
    (grant) => (lets(grant, 'decide') || lets(grant, 'audit')) && (isOn(grant, unit) || isAbove(grant, unit)),
  )

/** Whether the actor keeps the unit, or one above it; with `above`, one above it. A deputy does what the keeper would. */
export const keeps = (actor: Actor, unit: UnitPlace, where: 'here' | 'above' = 'here'): boolean =>
  actor.grants.some(
    (grant) => lets(grant, 'grant') && (isAbove(grant, unit) || (where === 'here' && isOn(grant, unit))),
  )
