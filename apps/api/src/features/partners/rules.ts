/** 爱心商家: who takes them in, who works for them, and who sees them. */
import type { Partner, PartnerMember, PartnerRole } from '@sidan/types/partners'
import type { ProblemCode } from '@sidan/types/problems'
import { type Actor, keeps, maySeeGrants, type UnitPlace } from '../roles/rules.ts'

/** A partner, with the unit that deals with them. */
export interface PartnerPlace {
  id: string
  name: string
  unit: UnitPlace
  closed: boolean
}

const shelved: readonly UnitPlace['tier'][] = ['center', 'institute', 'station']

/** Where members see a shelf; by the unit's keeper, or one above. */
export const mayAddPartner = (actor: Actor, unit: UnitPlace): boolean =>
  shelved.includes(unit.tier) && keeps(actor, unit)

/** Whether the actor is a partner's owner. */
export const owns = (actor: Actor, partnerId: string): boolean =>
  actor.grants.some((grant) => grant.role === 'partnerOwner' && grant.partner?.partnerId === partnerId)

/** Whether the actor works at a partner's, as owner or clerk. */
export const worksAt = (actor: Actor, partnerId: string): boolean =>
  actor.grants.some((grant) => grant.partner?.partnerId === partnerId)

/** Owners come and go by the word of who keeps the unit, or one above; clerks by the owner's as well. */
export const mayStaff = (actor: Actor, role: string, partner: PartnerPlace): boolean =>
  keeps(actor, partner.unit) || (role === 'partnerClerk' && owns(actor, partner.id))

/** What the partner agreed with the county: for owners and whoever sees the people of the unit. */
export const maySeeDealings = (actor: Actor, partner: PartnerPlace): boolean =>
  owns(actor, partner.id) || maySeeGrants(actor, partner.unit)

/** Who works there sees it, too. */
export const maySeePartner = (actor: Actor, partner: PartnerPlace): boolean =>
  worksAt(actor, partner.id) || maySeeGrants(actor, partner.unit)

const roles: readonly PartnerRole[] = ['partnerOwner', 'partnerClerk']

/** What the actor may do with a partner that they see. */
export function partnerActions(actor: Actor, partner: PartnerPlace): Partner['allowedActions'] {
  if (partner.closed) return []
  const [owner, clerk] = roles.map((role) => mayStaff(actor, role, partner))
  return [
    ...(keeps(actor, partner.unit) ? (['change', 'close'] as const) : []),
    ...(owner ? (['inviteOwner'] as const) : []),
    ...(clerk ? (['inviteClerk'] as const) : []),
  ]
}

/** What they may do with one who works there. */
export const memberActions = (actor: Actor, role: string, partner: PartnerPlace): PartnerMember['allowedActions'] =>
  mayStaff(actor, role, partner) ? ['end'] : []

/** Whether the actor may let somebody in: no longer, once the county deals with the partner no more. */
export function mayLetIn(actor: Actor, role: string, partner: PartnerPlace): true | ProblemCode {
  if (!mayStaff(actor, role, partner)) return 'role-not-grantable'
  return partner.closed ? 'partner-closed' : true
}
