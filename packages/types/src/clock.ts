/**
 * 签到/签退. The phone keeps each event until the server has it; the same event may come any number of times.
 * Events are always stored; what cannot count is stored with its reason, never dropped.
 */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { ActivityId, ClockEventId, OrderId, RecordId, ShiftId } from './ids.ts'
import { ProblemCodeSchema } from './problems.ts'
import { unfitCodes } from './standing.ts'
import { Instant, Minutes } from './units.ts'

/** How good the evidence is: A the recipient's code or a rotating code sent at once, B a printed code or a rotating one sent late, C late or without a code. */
export const EvidenceGrade = z.enum(['A', 'B', 'C'])
export type EvidenceGrade = z.infer<typeof EvidenceGrade>

/**
 * What was scanned or typed: a unit's wall code (proves where), a rotating code (proves where and when) or the recipient's service code (proves the service). It names the order or the shift that
 * it is for, never both.
 */
export const ClockEvent = z
  .strictObject({
    eventId: ClockEventId,
    kind: z.enum(['checkIn', 'checkOut']),
    orderId: z.optional(OrderId),
    shiftId: z.optional(ShiftId),
    scanned: z.string().check(z.minLength(1), z.maxLength(300)),
    /** The phone's clock; never trusted, kept as a hint for late events. */
    deviceAt: Instant,
    /** Position in the phone's queue, to order events of one device. */
    queuedNo: z.int().check(z.gte(0), z.lte(1_000_000)),
  })
  .check(
    z.refine(({ orderId, shiftId }) => (orderId === undefined) !== (shiftId === undefined), {
      error: 'names an order or a shift, one of them',
      path: ['shiftId'],
    }),
  )
export type ClockEvent = z.infer<typeof ClockEvent>

/** `counted`: the clock moved. `stored`: kept for review, `reason` says why it did not count by itself. */
export const ClockResult = z.strictObject({
  eventId: ClockEventId,
  outcome: z.enum(['counted', 'stored', 'refused']),
  /** Why an event was refused: it names no order and no shift of this county. */
  problem: z.nullable(ProblemCodeSchema),
  reason: z.nullable(
    z.enum([
      'code-unknown',
      'code-of-other-place',
      'code-made-up',
      'code-revoked',
      'code-not-yet',
      'code-relayed',
      'own-code',
      'not-going',
      'order-not-open',
      'shift-cancelled',
      'too-early',
      'shift-over',
      'clock-already-running',
      'no-clock-running',
      'clock-closed',
      'record-decided',
      'late',
      'before-check-in',
      'jump',
      ...unfitCodes,
    ]),
  ),
  grade: z.nullable(EvidenceGrade),
  startedAt: z.nullable(Instant),
  minutes: z.nullable(Minutes),
  recordId: z.nullable(RecordId),
})
export type ClockResult = z.infer<typeof ClockResult>

export const sendClockEvents = endpoint({
  name: 'sendClockEvents',
  method: 'POST',
  path: '/v1/clock-events',
  body: z.strictObject({ events: z.array(ClockEvent).check(z.minLength(1), z.maxLength(50)) }),
  reply: z.strictObject({ results: z.array(ClockResult) }),
})

/** A shift that the caller is confirmed for as a volunteer: its clock may be started from `opensAt` until `endsAt`. */
export const ClockableShift = z.strictObject({
  shiftId: ShiftId,
  activityId: ActivityId,
  title: z.string(),
  place: z.string(),
  /** Whose wall code is scanned. */
  unitName: z.string(),
  opensAt: Instant,
  startsAt: Instant,
  endsAt: Instant,
})
export type ClockableShift = z.infer<typeof ClockableShift>

/** The clock running now, if any, and the shifts of today and tomorrow that may be clocked: the phone keeps them for where there is no signal. */
export const getMyClock = endpoint({
  name: 'getMyClock',
  method: 'GET',
  path: '/v1/me/clock',
  reply: z.strictObject({
    running: z.nullable(
      z.strictObject({
        orderId: z.nullable(OrderId),
        shiftId: z.nullable(ShiftId),
        title: z.string(),
        startedAt: Instant,
        serverNow: Instant,
      }),
    ),
    shifts: z.array(ClockableShift),
  }),
})
