/** 退货 — what was handed out is brought back after the ten minutes in which handing out can be undone. */
import * as z from 'zod/mini'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { PartnerId, RedemptionId, UnitId } from './ids.ts'
import { CivilDay, Count, Instant, Points, text } from './units.ts'

/** One thing handed out at a place; `returnedAt` when it was brought back. */
export const Given = z.strictObject({
  redemptionId: RedemptionId,
  title: z.string(),
  icon: z.string(),
  pricePoints: Points,
  holderName: z.string(),
  byName: z.string(),
  usedAt: Instant,
  returnedAt: z.nullable(Instant),
  returnWords: z.nullable(z.string()),
  allowedActions: z.array(z.enum(['return'])),
})
export type Given = z.infer<typeof Given>

const reply = z.strictObject({ ...pageOf(Given).shape, fromDay: CivilDay, todayCount: Count, todayPoints: Points })

/** What a unit's shelf gave out in the days in which it can be brought back, newest first; for its staff, those above and auditors. */
export const listGivenAtUnit = endpoint({
  name: 'listGivenAtUnit',
  method: 'GET',
  path: '/v1/units/:unitId/handed-out',
  params: z.strictObject({ unitId: UnitId }),
  query: z.strictObject(pageQuery),
  reply,
  problems: ['not-found', 'not-allowed'],
})

/** The same for a partner's place: for who works there, and whoever sees the people of its unit. */
export const listGivenAtPartner = endpoint({
  name: 'listGivenAtPartner',
  method: 'GET',
  path: '/v1/partners/:partnerId/handed-out',
  params: z.strictObject({ partnerId: PartnerId }),
  query: z.strictObject(pageQuery),
  reply,
  problems: ['not-found'],
})

/**
 * The points go back to whoever fetched it, into the lots they were of (what is past its last day ends), and the piece back on the shelf, or it is written off.
 * For keepers and staff of the pick-up place and above it; at a partner's, for its owner. Nobody takes back what they fetched themselves.
 */
export const returnVoucher = endpoint({
  name: 'returnVoucher',
  method: 'POST',
  path: '/v1/redemptions/:redemptionId/return',
  params: z.strictObject({ redemptionId: RedemptionId }),
  body: z.strictObject({ words: text(60), piece: z.enum(['toShelf', 'writtenOff']) }),
  reply: z.strictObject({ redemptionId: RedemptionId, title: z.string(), pricePoints: Points, returnedAt: Instant }),
  problems: ['not-found', 'redemption-not-used', 'return-too-late'],
})
