/** Roles on a unit; whoever holds one acts in the unit's subtree. A deputy (AB岗) holds a keeper's role for a time. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { PersonId, RoleGrantId, UnitId } from './ids.ts'
import { UnitRef } from './organisation.ts'
import { CivilDay } from './units.ts'

export const roleNames = [
  'countyKeeper',
  'keeper',
  'staff',
  'approver',
  'gridWorker',
  'speaker',
  'merchant',
  'partnerOwner',
  'partnerClerk',
  'sponsor',
  'auditor',
] as const
export const Role = z.enum(roleNames)
export type Role = z.infer<typeof Role>

/** A role held now; `deputyForName` is set when it is held in somebody's stead, `partnerName` when it is held at a partner of the reward store. */
export const RoleHeld = z.strictObject({
  grantId: RoleGrantId,
  role: Role,
  unit: UnitRef,
  partnerName: z.nullable(z.string()),
  deputyForName: z.nullable(z.string()),
  untilDay: z.nullable(CivilDay),
})
export type RoleHeld = z.infer<typeof RoleHeld>

/** A keeper names who stands in while away: from and until are civil days, both included, at most 92 days. */
export const nameDeputy = endpoint({
  name: 'nameDeputy',
  method: 'POST',
  path: '/v1/role-grants/:grantId/deputy',
  status: 201,
  params: z.strictObject({ grantId: RoleGrantId }),
  body: z.strictObject({ personId: PersonId, fromDay: CivilDay, untilDay: CivilDay }),
  reply: z.strictObject({
    grantId: RoleGrantId,
    role: Role,
    unitId: UnitId,
    personId: PersonId,
    fromDay: CivilDay,
    untilDay: CivilDay,
  }),
  problems: ['not-found', 'role-not-grantable', 'target-unknown', 'period-invalid'],
})

/** Ends a deputy's stead at once. */
export const endDeputy = endpoint({
  name: 'endDeputy',
  method: 'POST',
  path: '/v1/role-grants/:grantId/end',
  params: z.strictObject({ grantId: RoleGrantId }),
  reply: z.strictObject({ grantId: RoleGrantId, ended: z.literal(true) }),
  problems: ['not-found', 'role-not-grantable'],
})

/** Takes up the role that a one-time code was issued for; good once, for 7 days, and never for who issued it. How a county's first keeper comes in. */
export const acceptInvitation = endpoint({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/v1/role-invitations/accept',
  status: 201,
  body: z.strictObject({ code: z.string().check(z.minLength(4), z.maxLength(30)) }),
  reply: RoleHeld,
  problems: ['invitation-unknown', 'too-many-wrong-codes', 'role-not-grantable', 'role-held-already'],
})
