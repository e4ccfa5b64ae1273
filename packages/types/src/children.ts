/** Children without accounts, registered by a guardian for classes such as 四点半学校 (rule-22). Names, notes and who may fetch them are sealed. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { ChildId } from './ids.ts'
import { Instant, text } from './units.ts'

/** Bands a child without an account can be in. */
export const ChildAge = z.enum(['under14', 'from14', 'from16'])

const name = text(20)
const pickUpNames = z.array(name).check(z.minLength(1), z.maxLength(4))
/** Allergy or health: only with a consent of its own. */
const healthNote = text(200)

/** `pickUpCode` is said by who fetches the child; it can be renewed. */
export const Child = z.strictObject({
  childId: ChildId,
  name: z.string(),
  ageBand: ChildAge,
  healthNote: z.nullable(z.string()),
  pickUpNames: z.array(z.string()),
  pickUpCode: z.string(),
  registeredAt: Instant,
})
export type Child = z.infer<typeof Child>

/** How many children one guardian registers. */
export const childrenMax = 8

const params = z.strictObject({ childId: ChildId })

/** This person's children, in the order they were registered. */
export const listMyChildren = endpoint({
  name: 'listMyChildren',
  method: 'GET',
  path: '/v1/me/children',
  reply: z.strictObject({ items: z.array(Child) }),
})

/** A guardian registers a child. `agreesToData` is the separate consent to a child's data, `agreesToHealth` the one to a health note (rule-22). */
export const registerChild = endpoint({
  name: 'registerChild',
  method: 'POST',
  path: '/v1/me/children',
  status: 201,
  body: z.strictObject({
    name,
    ageBand: ChildAge,
    pickUpNames,
    healthNote: z.optional(healthNote),
    agreesToData: z.boolean(),
    agreesToHealth: z.boolean(),
    noticeVersion: z.int().check(z.gte(1), z.lte(1000)),
  }),
  reply: Child,
  problems: ['child-consent-needed', 'guardian-not-fitting', 'notice-changed', 'too-many-children'],
})

/** Corrects what is known of a child; a health note of null takes it and its consent away. */
export const correctChild = endpoint({
  name: 'correctChild',
  method: 'POST',
  path: '/v1/me/children/:childId',
  params,
  body: z.strictObject({
    name: z.optional(name),
    ageBand: z.optional(ChildAge),
    pickUpNames: z.optional(pickUpNames),
    healthNote: z.optional(z.nullable(healthNote)),
    agreesToHealth: z.optional(z.boolean()),
  }),
  reply: Child,
  problems: ['not-found', 'child-consent-needed'],
})

/** Makes another pick-up code; the one before is over. */
export const renewPickUpCode = endpoint({
  name: 'renewPickUpCode',
  method: 'POST',
  path: '/v1/me/children/:childId/pick-up-code',
  params,
  reply: Child,
  problems: ['not-found'],
})

/** Removes a child: everything known of them is erased. */
export const removeChild = endpoint({
  name: 'removeChild',
  method: 'POST',
  path: '/v1/me/children/:childId/remove',
  params,
  reply: z.strictObject({ childId: ChildId, removed: z.literal(true) }),
  problems: ['not-found'],
})
