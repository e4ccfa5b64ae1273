/** Who holds which role on a unit, given and ended by whoever stands above, with its history. */
import * as z from 'zod/mini'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { PersonId, RoleGrantId, UnitId } from './ids.ts'
import { UnitRef } from './organisation.ts'
import { PersonRef } from './people.ts'
import { Role } from './roles.ts'
import { CivilDay, Instant } from './units.ts'

const saidReasons = ['moved', 'left-post', 'term-over', 'own-wish', 'mistake', 'other'] as const
/** Why a role ended; `unit-closed` is said by closing the unit alone. */
export const endReasons = [...saidReasons, 'unit-closed'] as const
export const EndReason = z.enum(endReasons)
export type EndReason = z.infer<typeof EndReason>
export const SaidEndReason = z.enum(saidReasons)
export type SaidEndReason = z.infer<typeof SaidEndReason>

/** A grant as staff see it; `endedAt` null while it is held. `allowedActions` is for the caller. */
export const RoleGrant = z.strictObject({
  grantId: RoleGrantId,
  role: Role,
  unit: UnitRef,
  person: PersonRef,
  deputyForName: z.nullable(z.string()),
  untilDay: z.nullable(CivilDay),
  grantedAt: Instant,
  grantedByName: z.nullable(z.string()),
  endedAt: z.nullable(Instant),
  endedByName: z.nullable(z.string()),
  endReason: z.nullable(EndReason),
  allowedActions: z.array(z.enum(['end'])),
})
export type RoleGrant = z.infer<typeof RoleGrant>

/** The people of one unit: who holds a role now, or who held one, newest first. `grantableRoles` is what the caller may give there. */
export const listGrants = endpoint({
  name: 'listGrants',
  method: 'GET',
  path: '/v1/units/:unitId/role-grants',
  params: z.strictObject({ unitId: UnitId }),
  query: z.strictObject({ state: z.optional(z.enum(['held', 'ended'])), ...pageQuery }),
  reply: z.strictObject({ ...pageOf(RoleGrant).shape, unit: UnitRef, grantableRoles: z.array(Role) }),
  problems: ['not-found', 'not-allowed'],
})

/** Gives somebody with an account a role on a unit, from today on. */
export const grantRole = endpoint({
  name: 'grantRole',
  method: 'POST',
  path: '/v1/units/:unitId/role-grants',
  status: 201,
  params: z.strictObject({ unitId: UnitId }),
  body: z.strictObject({ personId: PersonId, role: Role }),
  reply: RoleGrant,
  problems: ['not-found', 'role-not-grantable', 'target-unknown', 'role-held-already'],
})

/** Ends a role; it counts from the next request. `warning` says when nobody keeps the unit any more: the tier above is told as well. */
export const endRole = endpoint({
  name: 'endRole',
  method: 'POST',
  path: '/v1/role-grants/:grantId/end-role',
  params: z.strictObject({ grantId: RoleGrantId }),
  body: z.strictObject({ reason: SaidEndReason }),
  reply: z.strictObject({ grant: RoleGrant, warning: z.nullable(z.enum(['no-keeper-left'])) }),
  problems: ['not-found', 'role-not-grantable'],
})
