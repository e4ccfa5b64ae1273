/**
 * 站里的屏 — any old tablet or TV that shows the rotating code. It is enrolled by the unit's keeper with the code it shows, holds a token of its own and
 * the codes of the next 12 hours, and can be taken away at any time. Away from a station the phone of whoever runs a shift or an order shows such codes.
 */
import * as z from 'zod/mini'
import { ActivityCard } from './activities.ts'
import { endpoint } from './endpoint.ts'
import { CountyId, OrderId, ScreenId, ShiftId, UnitId } from './ids.ts'
import { RotatingCodes } from './rotating-codes.ts'
import { Instant, text } from './units.ts'

const Token = z.string().check(z.minLength(20), z.maxLength(100))

/** An unknown device asks for a code to show; its token is good for nothing until a keeper typed the code. Ten minutes, one use. */
export const requestScreen = endpoint({
  name: 'requestScreen',
  method: 'POST',
  path: '/v1/screen-requests',
  access: 'session',
  status: 201,
  body: z.strictObject({ countyId: CountyId }),
  reply: z.strictObject({ shortCode: z.string(), token: z.string(), expiresAt: Instant }),
  problems: ['not-found'],
})

/** What the screen shows. */
export const ScreenFace = z.strictObject({
  screenId: ScreenId,
  name: z.string(),
  unitName: z.string(),
  phone: z.string(),
  opensAt: z.string(),
  closesAt: z.string(),
  onDutyName: z.nullable(z.string()),
  /** What comes next within the week, the soonest first. */
  activities: z.array(ActivityCard),
  /** Null when the screen did not ask for new ones. */
  codes: z.nullable(RotatingCodes),
})
export type ScreenFace = z.infer<typeof ScreenFace>

/** A screen asks with its token what to show; `serverNow` tells it by how much its own clock is wrong. */
export const showScreen = endpoint({
  name: 'showScreen',
  method: 'POST',
  path: '/v1/screen-face',
  access: 'public',
  body: z.strictObject({ countyId: CountyId, token: Token, withCodes: z.boolean() }),
  reply: z.union([
    z.strictObject({ state: z.literal('waiting'), expiresAt: Instant }),
    z.strictObject({ state: z.literal('shown'), serverNow: Instant, face: ScreenFace }),
  ]),
  problems: ['screen-unknown'],
})

export const Screen = z.strictObject({
  screenId: ScreenId,
  name: z.string(),
  enrolledAt: Instant,
  enrolledByName: z.string(),
  lastSeenAt: z.nullable(Instant),
  revokedAt: z.nullable(Instant),
})
export type Screen = z.infer<typeof Screen>

/** The keeper of the unit, or one above, types the code that the device shows, and names the screen. */
export const enrolScreen = endpoint({
  name: 'enrolScreen',
  method: 'POST',
  path: '/v1/units/:unitId/screens',
  status: 201,
  params: z.strictObject({ unitId: UnitId }),
  body: z.strictObject({ shortCode: z.string().check(z.minLength(1), z.maxLength(20)), name: text(20) }),
  reply: Screen,
  problems: ['not-found', 'not-allowed', 'screen-code-unknown', 'too-many-screens', 'too-many-wrong-codes'],
})

/** The screens that show codes at a unit now. */
export const listScreens = endpoint({
  name: 'listScreens',
  method: 'GET',
  path: '/v1/units/:unitId/screens',
  params: z.strictObject({ unitId: UnitId }),
  reply: z.strictObject({ items: z.array(Screen) }),
  problems: ['not-found', 'not-allowed'],
})

/** The screen shows nothing any more, and its codes from now on prove nothing. */
export const revokeScreen = endpoint({
  name: 'revokeScreen',
  method: 'POST',
  path: '/v1/screens/:screenId/revoke',
  params: z.strictObject({ screenId: ScreenId }),
  reply: Screen,
  problems: ['not-found'],
})

/** Codes of the next half hour on the phone of whoever runs a shift or an order: one of the two is named. */
export const issueCodes = endpoint({
  name: 'issueCodes',
  method: 'POST',
  path: '/v1/rotating-codes',
  status: 201,
  body: z.union([z.strictObject({ shiftId: ShiftId }), z.strictObject({ orderId: OrderId })]),
  reply: z.strictObject({
    screenId: ScreenId,
    title: z.string(),
    unitName: z.string(),
    serverNow: Instant,
    codes: RotatingCodes,
  }),
  problems: ['not-found', 'order-not-open', 'activity-not-open', 'codes-not-now'],
})
