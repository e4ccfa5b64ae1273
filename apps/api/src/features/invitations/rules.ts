/** Invitations to a role: how long they are good, and who may change them. */
import type { ProblemCode } from '@sidan/types/problems'
import type { RoleInvitation } from '@sidan/types/role-invitations'
import type { Role } from '@sidan/types/roles'
import { type Actor, grantableRoles, invitationDays, type UnitPlace } from '../roles/rules.ts'

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
export function mayChange(actor: Actor, unit: UnitPlace, invitation: InvitationFacts): true | ProblemCode {
  if (!grantableRoles(actor, unit).includes(invitation.role)) return 'role-not-grantable'
  return invitation.acceptedAt === null && invitation.revokedAt === null ? true : 'invitation-over'
}
