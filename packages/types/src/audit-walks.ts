/**
 * 抽查: ten minutes or ten points of a period, drawn by chance, each traced to its evidence on one page. Every minute (every point) that people earned in the
 * period and that still stands is as likely as any other, so a long record is drawn more often than a short one. Nobody chooses which: the draws follow from a
 * random seed, which the signed text holds. A walk is kept as it was drawn, and every walk is listed: whoever draws again until the result pleases shows it.
 */
import * as z from 'zod/mini'
import { EvidenceGrade } from './clock.ts'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { AuditWalkId, RecordId, TransferId } from './ids.ts'
import { RecordWhy, ServiceNature } from './records.ts'
import { CivilDay, Count, Instant, Minutes } from './units.ts'

export const WalkUnit = z.enum(['minutes', 'points'])
export type WalkUnit = z.infer<typeof WalkUnit>

/** A walk in the list; `amount` is how many minutes or points could be drawn, from `movements` movements of the ledger. */
export const AuditWalk = z.strictObject({
  walkId: AuditWalkId,
  unit: WalkUnit,
  fromDay: CivilDay,
  untilDay: CivilDay,
  movements: Count,
  amount: Count,
  draws: Count,
  drawnAt: Instant,
  drawnByName: z.string(),
})
export type AuditWalk = z.infer<typeof AuditWalk>

/**
 * One minute or point: the `position`-th of all, in a movement of `moved`, and the record, evidence and formula it comes from. `undoneAt` when the movement was
 * reversed since.
 */
export const WalkDraw = z.strictObject({
  no: z.int(),
  position: z.int(),
  moved: z.int(),
  transferId: TransferId,
  postedAt: Instant,
  undoneAt: z.nullable(Instant),
  recordId: RecordId,
  version: z.int(),
  personName: z.string(),
  title: z.string(),
  stationName: z.string(),
  startedAt: Instant,
  endedAt: Instant,
  clockedMinutes: Minutes,
  declaredMinutes: Minutes,
  grade: EvidenceGrade,
  serviceNature: ServiceNature,
  evidence: RecordWhy.shape.evidence,
  factors: RecordWhy.shape.factors,
  policyVersion: z.int(),
})
export type WalkDraw = z.infer<typeof WalkDraw>

/** The signed text, parsed; a JSON document of one line. Ids and numbers alone: no name stands in it. */
export const WalkPayload = z.strictObject({
  document: z.literal('sidan-audit-walk-1'),
  walkId: AuditWalkId,
  countyId: z.int(),
  unit: WalkUnit,
  fromDay: CivilDay,
  untilDay: CivilDay,
  drawnAt: Instant,
  seed: z.string(),
  movements: Count,
  amount: Count,
  draws: z.array(z.strictObject({ position: z.int(), transferId: TransferId, recordId: RecordId })),
})
export type WalkPayload = z.infer<typeof WalkPayload>

export const WalkWhole = z.strictObject({
  walk: AuditWalk,
  draws: z.array(WalkDraw),
  /** What is signed, byte by byte; its SHA-256 (hex); the Ed25519 signature (base64) and the key it was made with (`listCertificateKeys`). */
  payload: z.string(),
  sha256: z.string(),
  signature: z.string(),
  keyId: z.string(),
})
export type WalkWhole = z.infer<typeof WalkWhole>

/** Draws up to ten; for the county's auditor and keeper. Both days are included, and neither is yet to come. */
export const drawWalk = endpoint({
  name: 'drawWalk',
  method: 'POST',
  path: '/v1/audit-walks',
  status: 201,
  body: z.strictObject({ unit: WalkUnit, fromDay: CivilDay, untilDay: CivilDay }),
  reply: WalkWhole,
  problems: ['not-allowed', 'period-invalid', 'nothing-to-audit'],
})
/** Every walk that was ever drawn, newest first. */
export const listWalks = endpoint({
  name: 'listWalks',
  method: 'GET',
  path: '/v1/audit-walks',
  query: z.strictObject(pageQuery),
  reply: pageOf(AuditWalk),
  problems: ['not-allowed'],
})
export const getWalk = endpoint({
  name: 'getWalk',
  method: 'GET',
  path: '/v1/audit-walks/:walkId',
  params: z.strictObject({ walkId: AuditWalkId }),
  reply: WalkWhole,
  problems: ['not-allowed', 'not-found'],
})
