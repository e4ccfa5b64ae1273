import { createHash } from 'node:crypto'
import { type AuditWalk, type getWalk, type listWalks, WalkPayload } from '@sidan/types/audit-walks'
import type { AnswerOf } from '@sidan/types/endpoint'
import * as z from 'zod/mini'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { evidenceOf, factorsOf } from '../record-evidence/reads.ts'
import { findVersions, type Row } from '../records/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { mayWalk } from './rules.ts'

interface WalkRow {
  id: string
  payload: string
  signature: Buffer
  keyId: string
  drawnAt: Date
  drawnByName: string
}

const walkSql = `select w.id, w.payload, w.signature, w.key_id as "keyId", w.drawn_at as "drawnAt", p.display_name as "drawnByName"
  from audit_walks w join people p on p.county_id = w.county_id and p.id = w.drawn_by_id where w.county_id = $1`

function shownOf({ id, payload, drawnAt, drawnByName }: WalkRow): AnswerOf<typeof listWalks>['items'][number] {
  const { unit, fromDay, untilDay, movements, amount, draws } = z.parse(WalkPayload, JSON.parse(payload))
  const facts = { unit, fromDay, untilDay, movements, amount, draws: draws.length }
  return { walkId: id, ...facts, drawnAt: drawnAt.toISOString(), drawnByName } satisfies Record<
    keyof AuditWalk,
    unknown
  >
}

/** All walks, newest first. */
export async function readWalks(
  tx: Tx,
  actor: Actor,
  asked: { cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listWalks>> {
  orRefuseTrue(mayWalk(actor))
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const rows = await tx.rows<WalkRow>({
    name: 'audit-walks.list',
    text: `${walkSql} and ($2::timestamptz is null or (w.drawn_at, w.id) < ($2, $3::uuid)) order by w.drawn_at desc, w.id desc limit $4`,
    values: [tx.countyId, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1],
  })
  return pageFrom(rows, asked.limit, (row) => packCursor(row.drawnAt.toISOString(), row.id), shownOf)
}

interface DrawRow {
  no: number
  position: number
  moved: number
  transferId: string
  postedAt: Date
  undoneAt: Date | null
  recordId: string
  chainId: string
}

const findDraws = (tx: Tx, walkId: string): Promise<DrawRow[]> =>
  tx.rows<DrawRow>({
    name: 'audit-walks.draws',
    text: `select d.no, d.position, d.moved, t.id as "transferId", t.recorded_at as "postedAt", b.recorded_at as "undoneAt", r.id as "recordId", r.chain_id as "chainId"
      from audit_draws d
      join transfers t on t.county_id = d.county_id and t.id = d.transfer_id
      join service_records r on r.county_id = t.county_id and r.id = t.ref
      left join transfers b on b.county_id = t.county_id and b.reverses = t.id
      where d.county_id = $1 and d.walk_id = $2 order by d.no`,
    values: [tx.countyId, walkId],
  })

/** A walk as it was drawn, with what its records and their evidence say today. Refuses not-found. */
export async function readWalk(tx: Tx, actor: Actor, walkId: string): Promise<AnswerOf<typeof getWalk>> {
  orRefuseTrue(mayWalk(actor))
  const [walk] = await tx.rows<WalkRow>({
    name: 'audit-walks.one',
    text: `${walkSql} and w.id = $2`,
    values: [tx.countyId, walkId],
  })
  if (!walk) return refuse('not-found')
  const draws = await findDraws(tx, walkId)
  const versions = await findVersions(
    tx,
    actor,
    draws.map(({ chainId }) => chainId),
  )
  const evidence = await evidenceOf(tx, versions)
  const shown = []
  for (const draw of draws) {
    const row =
      versions.find(({ id }) => id === draw.recordId) ?? refuse('internal-error', 'a draw has lost its record')
    shown.push({
      ...tracedOf(draw, row),
      evidence: evidence.get(row.id) ?? [],
      factors: (await factorsOf(tx, row)).factors,
    })
  }
  return {
    walk: shownOf(walk),
    draws: shown,
    payload: walk.payload,
    sha256: createHash('sha256').update(walk.payload).digest('hex'),
    signature: walk.signature.toString('base64'),
    keyId: walk.keyId,
  }
}

function tracedOf({ chainId: _chain, postedAt, undoneAt, ...draw }: DrawRow, row: Row) {
  return {
    ...draw,
    postedAt: postedAt.toISOString(),
    undoneAt: undoneAt?.toISOString() ?? null,
    version: row.version,
    personName: row.person_name,
    title: row.title,
    stationName: row.station_name,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at.toISOString(),
    clockedMinutes: row.clocked_minutes,
    declaredMinutes: row.declared_minutes,
    grade: row.grade,
    serviceNature: row.service_nature,
    policyVersion: row.policy_version,
  }
}
