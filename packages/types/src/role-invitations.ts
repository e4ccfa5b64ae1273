/** One-time codes for a role: issued by whoever may give it, good once and for 7 days, revocable, renewable. */
import * as z from 'zod/mini'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { RoleInvitationId, UnitId } from './ids.ts'
import { UnitRef } from './organisation.ts'
import { Role } from './roles.ts'
import { ShortCode } from './short-codes.ts'
import { Instant, text } from './units.ts'

/** How somebody is called: surname and role (李师傅), as on the station page. */
export const maxNameLength = 20

/** `code` is shown to whoever may give the role, as often as they ask and while it is open; it is derived, and only its hash is kept. */
export const RoleInvitation = z.strictObject({
  invitationId: RoleInvitationId,
  unit: UnitRef,
  role: Role,
  /** Where it is a role at a partner of the reward store. */
  partnerName: z.nullable(z.string()),
  displayName: z.string(),
  state: z.enum(['open', 'accepted', 'revoked', 'expired']),
  code: z.nullable(ShortCode),
  issuedAt: Instant,
  expiresAt: Instant,
  allowedActions: z.array(z.enum(['renew', 'revoke'])),
})
export type RoleInvitation = z.infer<typeof RoleInvitation>

/** Invites somebody who has no account yet. */
export const inviteToRole = endpoint({
  name: 'inviteToRole',
  method: 'POST',
  path: '/v1/units/:unitId/role-invitations',
  status: 201,
  params: z.strictObject({ unitId: UnitId }),
  body: z.strictObject({ role: Role, displayName: text(maxNameLength) }),
  reply: RoleInvitation,
  problems: ['not-found', 'role-not-grantable'],
})

/** Invitations to a unit's roles, newest first; for whoever sees its people. */
export const listInvitations = endpoint({
  name: 'listInvitations',
  method: 'GET',
  path: '/v1/units/:unitId/role-invitations',
  params: z.strictObject({ unitId: UnitId }),
  query: z.strictObject(pageQuery),
  reply: pageOf(RoleInvitation),
  problems: ['not-found', 'not-allowed'],
})

const onInvitation = {
  method: 'POST',
  params: z.strictObject({ invitationId: RoleInvitationId }),
  reply: RoleInvitation,
  problems: ['not-found', 'role-not-grantable', 'invitation-over'],
} as const

/** A new code for 7 days; the one before is worth nothing any more. */
export const renewInvitation = endpoint({
  ...onInvitation,
  name: 'renewInvitation',
  path: '/v1/role-invitations/:invitationId/renew',
})

/** Takes an invitation back: its code is worth nothing any more. */
export const revokeInvitation = endpoint({
  ...onInvitation,
  name: 'revokeInvitation',
  path: '/v1/role-invitations/:invitationId/revoke',
})
