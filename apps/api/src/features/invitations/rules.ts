/** Invitations to a role: how long they are good, and who may change them. */
import type { ProblemCode } from '@sidan/types/problems'
import type { RoleInvitation } from '@sidan/types/role-invitations'
import type { Role } from '@sidan/types/roles'
import { maySeePartner, mayStaff, type PartnerPlace } from '../partners/rules.ts'
import { type Actor, grantableRoles, invitationDays, maySeeGrants, type UnitPlace } from '../roles/rules.ts'

/** Where an invited role is: on a unit, or at a partner of the reward store. */
export interface Where {
  unit: UnitPlace
  partner: PartnerPlace | null
}

/** Whether the actor may give the role there. */
export const mayGiveAt = (actor: Actor, role: Role, { unit, partner }: Where): boolean =>
  partner === null ? grantableRoles(actor, unit).includes(role) : mayStaff(actor, role, partner)

/** Whether they see who was invited there. */
export const maySeeAt = (actor: Actor, { unit, partner }: Where): boolean =>
  partner === null ? maySeeGrants(actor, unit) : maySeePartner(actor, partner)

export interface InvitationFacts {
  role: Role
  expiresAt: Date
  acceptedAt: Date | null
  revokedAt: Date | null
}

/** Until when a code issued now is good. */
export const expiryFrom = (now: Date): Date => new Date(now.getTime() + invitationDays * 86_400_000)

export function stateOf(invitation: InvitationFacts, now: Date): RoleInvitation['state'] {
  if (invitation.acceptedAt !== null) return 'accepted'
  if (invitation.revokedAt !== null) return 'revoked'
  return invitation.expiresAt > now ? 'open' : 'expired'
}

/** Whether the actor may renew or revoke it: whoever may give the role, while nobody took it up or took it back. */
export function mayChange(actor: Actor, where: Where, invitation: InvitationFacts): true | ProblemCode {
  if (!mayGiveAt(actor, invitation.role, where)) return 'role-not-grantable'
  return invitation.acceptedAt === null && invitation.revokedAt === null ? true : 'invitation-over'
}
