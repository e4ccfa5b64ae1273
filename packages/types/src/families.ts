/** 家庭积分 — people of one family exchange with each other's points, where the policy has it. Points stay whose they are until they are spent; nobody gives any away. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { FamilyId, PersonId } from './ids.ts'
import { ShortCode } from './short-codes.ts'
import { Count, Instant, Points } from './units.ts'

/** `availablePoints` is told of oneself, and of who lets the family use theirs. */
export const FamilyMember = z.strictObject({
  personId: PersonId,
  displayName: z.string(),
  oneself: z.boolean(),
  shares: z.boolean(),
  availablePoints: z.nullable(Points),
  joinedAt: Instant,
})
export type FamilyMember = z.infer<typeof FamilyMember>

/** `code` lets others in until `codeUntil`; null once that has passed. */
export const Family = z.strictObject({
  familyId: FamilyId,
  members: z.array(FamilyMember),
  mostMembers: Count,
  code: z.nullable(ShortCode),
  codeUntil: z.nullable(Instant),
})
export type Family = z.infer<typeof Family>

/** The caller's family; null while they are in none. `on` is false where the county has no family account. */
export const getFamily = endpoint({
  name: 'getFamily',
  method: 'GET',
  path: '/v1/me/family',
  reply: z.strictObject({ on: z.boolean(), family: z.nullable(Family) }),
})

/** Begins a family with oneself in it; `shares`: whether the others, once they are in, may exchange with the caller's points. */
export const foundFamily = endpoint({
  name: 'foundFamily',
  method: 'POST',
  path: '/v1/families',
  status: 201,
  body: z.strictObject({ shares: z.boolean() }),
  reply: Family,
  problems: ['family-off', 'in-family-already'],
})

/** Joins by the code that one of them tells; good for seven days. */
export const joinFamily = endpoint({
  name: 'joinFamily',
  method: 'POST',
  path: '/v1/families/join',
  body: z.strictObject({ code: z.string().check(z.minLength(4), z.maxLength(30)) }),
  reply: Family,
  problems: ['family-off', 'family-code-unknown', 'in-family-already', 'family-full', 'too-many-wrong-codes'],
})

const onFamily = z.strictObject({ familyId: FamilyId })

/** A new code for seven days; the one before is worth nothing any more. */
export const renewFamilyCode = endpoint({
  name: 'renewFamilyCode',
  method: 'POST',
  path: '/v1/families/:familyId/code',
  params: onFamily,
  reply: Family,
  problems: ['not-found'],
})

/** Whether the others may exchange with the caller's points; off until they say so, and off again at once. */
export const saveSharing = endpoint({
  name: 'saveSharing',
  method: 'POST',
  path: '/v1/families/:familyId/sharing',
  params: onFamily,
  body: z.strictObject({ shares: z.boolean() }),
  reply: Family,
  problems: ['not-found'],
})

/** From then on nobody uses the caller's points, and they nobody's; what was exchanged stays. */
export const leaveFamily = endpoint({
  name: 'leaveFamily',
  method: 'POST',
  path: '/v1/families/:familyId/leave',
  params: onFamily,
  reply: z.strictObject({ left: z.literal(true) }),
  problems: ['not-found'],
})
