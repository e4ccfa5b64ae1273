/** 爱心商家 — shops, banks and others that give things of the reward store out at a place of their own: their owner and clerks, who join by a one-time code. */
import * as z from 'zod/mini'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { PartnerId, RoleGrantId, UnitId } from './ids.ts'
import { UnitRef } from './organisation.ts'
import { PersonRef } from './people.ts'
import { maxNameLength, RoleInvitation } from './role-invitations.ts'
import { Count, Instant, Points, text } from './units.ts'

export const partnerKinds = ['merchant', 'bank', 'other'] as const
export const PartnerKind = z.enum(partnerKinds)
export type PartnerKind = z.infer<typeof PartnerKind>

/** 店主 confirms the statements and lets clerks in; 店员 hand out. */
export const PartnerRole = z.enum(['partnerOwner', 'partnerClerk'])
export type PartnerRole = z.infer<typeof PartnerRole>

/** `unit` is the one that deals with the partner. */
export const Partner = z.strictObject({
  partnerId: PartnerId,
  name: z.string(),
  kind: PartnerKind,
  address: z.string(),
  unit: UnitRef,
  active: z.boolean(),
  ownerNames: z.array(z.string()),
  clerkCount: Count,
  /** Things on the shelf that are fetched here. */
  itemCount: Count,
  allowedActions: z.array(z.enum(['change', 'close', 'inviteOwner', 'inviteClerk'])),
})
export type Partner = z.infer<typeof Partner>

const written = { name: text(20), kind: PartnerKind, address: text(60) }
const onUnit = z.strictObject({ unitId: UnitId })
const onPartner = z.strictObject({ partnerId: PartnerId })

/** Partners that a unit, or one below it, deals with: open ones first. For who sees the people of the unit. */
export const listPartners = endpoint({
  name: 'listPartners',
  method: 'GET',
  path: '/v1/units/:unitId/partners',
  params: onUnit,
  query: z.strictObject(pageQuery),
  reply: z.strictObject({ ...pageOf(Partner).shape, mayAdd: z.boolean() }),
  problems: ['not-found', 'not-allowed'],
})

/** Takes a partner in: by the keeper of the unit that deals with them, or one above. */
export const addPartner = endpoint({
  name: 'addPartner',
  method: 'POST',
  path: '/v1/units/:unitId/partners',
  status: 201,
  params: onUnit,
  body: z.strictObject(written),
  reply: Partner,
  problems: ['not-found', 'not-allowed', 'partner-name-taken'],
})

/** One who works at a partner's. */
export const PartnerMember = z.strictObject({
  grantId: RoleGrantId,
  role: PartnerRole,
  person: PersonRef,
  since: Instant,
  allowedActions: z.array(z.enum(['end'])),
})
export type PartnerMember = z.infer<typeof PartnerMember>

/** A partner with who works there, for them and for whoever sees the people of the unit. */
export const getPartner = endpoint({
  name: 'getPartner',
  method: 'GET',
  path: '/v1/partners/:partnerId',
  params: onPartner,
  reply: z.strictObject({ ...Partner.shape, members: z.array(PartnerMember) }),
  problems: ['not-found'],
})

export const changePartner = endpoint({
  name: 'changePartner',
  method: 'POST',
  path: '/v1/partners/:partnerId/change',
  params: onPartner,
  body: z.partial(z.strictObject(written)),
  reply: Partner,
  problems: ['not-found', 'partner-name-taken', 'partner-closed'],
})

/** Ends it: nothing of theirs may be on a shelf or waiting to be fetched. Clerks leave; owners stay for the statements that are still open. */
export const closePartner = endpoint({
  name: 'closePartner',
  method: 'POST',
  path: '/v1/partners/:partnerId/close',
  params: onPartner,
  reply: Partner,
  problems: ['not-found', 'partner-in-use'],
})

/** A one-time code with which somebody becomes owner or clerk; good for 7 days, renewed and revoked like any other. */
export const invitePartnerMember = endpoint({
  name: 'invitePartnerMember',
  method: 'POST',
  path: '/v1/partners/:partnerId/invitations',
  status: 201,
  params: onPartner,
  body: z.strictObject({ role: PartnerRole, displayName: text(maxNameLength) }),
  reply: RoleInvitation,
  problems: ['not-found', 'role-not-grantable', 'partner-closed'],
})

export const listPartnerInvitations = endpoint({
  name: 'listPartnerInvitations',
  method: 'GET',
  path: '/v1/partners/:partnerId/invitations',
  params: onPartner,
  query: z.strictObject(pageQuery),
  reply: pageOf(RoleInvitation),
  problems: ['not-found'],
})

/** Somebody works there no more, from the next request on. */
export const endPartnerMember = endpoint({
  name: 'endPartnerMember',
  method: 'POST',
  path: '/v1/partners/:partnerId/members/:grantId/end',
  params: z.strictObject({ partnerId: PartnerId, grantId: RoleGrantId }),
  reply: z.strictObject({ grantId: RoleGrantId, ended: z.literal(true) }),
  problems: ['not-found', 'role-not-grantable'],
})

/** 我的店: where the caller works, with what the whole shop handed out today. */
export const listMyPartners = endpoint({
  name: 'listMyPartners',
  method: 'GET',
  path: '/v1/me/partners',
  reply: z.strictObject({
    items: z.array(
      z.strictObject({
        partnerId: PartnerId,
        name: z.string(),
        role: PartnerRole,
        todayCount: Count,
        todayPoints: Points,
        openStatementCount: Count,
      }),
    ),
  }),
})
