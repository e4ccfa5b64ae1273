import type { AnswerOf } from '@sidan/types/endpoint'
import { PhotoHash } from '@sidan/types/ids'
import type { getRecordWhy } from '@sidan/types/records'
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db.ts'
import { policyOf } from '../policy/reads.ts'
import { findRecord, findVersions, type Row, shownOf } from '../records/reads.ts'
import { pointsFor, servedMinutes } from '../records/rules.ts'
import type { Actor } from '../roles/rules.ts'

type Why = AnswerOf<typeof getRecordWhy>

/** 怎么来的: the evidence in order of time, and each factor of the points with the policy version it came from. */
export async function readRecordWhy(tx: Tx, actor: Actor, recordId: string): Promise<Why> {
  const row = await findRecord(tx, actor, recordId)
  const { hours } = await policyOf(tx, row.policy_version)
  const minutes = row.clocked_minutes + row.declared_minutes
  const [lot] = await tx.rows<{ expires_on: string }>({
    name: 'records.lot',
    text: `select l.expires_on from transfers t join lots l on l.county_id = t.county_id and l.transfer_id = t.id
      where t.county_id = $1 and t.ref = $2 and t.reason = 'record-points'`,
    values: [tx.countyId, recordId],
  })
  const { factors, totalPoints } = await factorsOf(tx, row)
  const versions = await findVersions(tx, actor, [row.chain_id])
  const lines = await evidenceOf(tx, versions)
  return {
    record: await shownOf(tx, actor, row),
    entry:
      row.source === 'manual'
        ? {
            byName: row.entered_by_name ?? '',
            words: row.entry_words ?? '',
            photos: z.parse(z.array(PhotoHash), row.entry_photos ?? []),
          }
        : null,
    versions: await Promise.all(versions.map((version) => shownOf(tx, actor, version))),
    shift: row.shift_id === null ? null : await findShift(tx, row.shift_id),
    cutMinutes: Math.max(0, servedMinutes({ startedAt: row.started_at, endedAt: row.ended_at }, hours) - minutes),
    evidence: lines.get(row.id) ?? [],
    factors,
    totalPoints,
    policyVersion: row.policy_version,
    expiresOn: lot?.expires_on ?? null,
  }
}

/** Each factor of what a version earns while it stands, under its policy version. */
export async function factorsOf(tx: Tx, row: Row): Promise<ReturnType<typeof pointsFor>> {
  const { points } = await policyOf(tx, row.policy_version)
  const earns =
    row.state === 'pending' || row.state === 'conflict' || row.state === 'onNotice' || row.state === 'approved'
  return pointsFor(
    {
      minutes: earns ? row.clocked_minutes + row.declared_minutes : 0,
      platformCode: row.platform_code,
      stars: row.rated_stars,
      serviceNature: row.service_nature,
    },
    points,
  )
}

interface Scan {
  chainId: string
  at: Date
  kind: 'checkIn' | 'checkOut'
  by: 'service-code' | 'rotating-code' | 'station-code' | 'none'
  grade: 'A' | 'B' | 'C' | null
}

/** The evidence of each version in order of time, from all versions of some records: what its clock took, then what staff decided. */
export async function evidenceOf(tx: Tx, versions: readonly Row[]): Promise<Map<string, Why['evidence']>> {
  const scans = await tx.rows<Scan>({
    name: 'records.evidence',
    text: `select f.id as "chainId", e.counted_at as at, e.kind, e.code_kind as by, e.grade
      from service_records f
      join clocks c on c.county_id = f.county_id and c.person_id = f.person_id and c.started_at = f.started_at
        and (c.order_id = f.order_id or c.shift_id = f.shift_id)
      join clock_events e on e.county_id = c.county_id and (e.order_id = c.order_id or e.shift_id = c.shift_id)
        and e.clock_id = c.id and e.outcome = 'counted'
      where f.county_id = $1 and f.id = any ($2::uuid[]) and f.source = 'clock'
      order by e.counted_at`,
    values: [tx.countyId, [...new Set(versions.map(({ chain_id }) => chain_id))]],
  })
  const lines = new Map<string, Why['evidence']>()
  for (const row of versions) {
    const chain = versions.filter(({ chain_id }) => chain_id === row.chain_id)
    // One that ended by itself knows nothing of a check-out that came later.
    const ended = row.checked_out !== 'automatic'
    const seen: Why['evidence'] = scans
      .filter(({ chainId, kind }) => chainId === row.chain_id && (ended || kind === 'checkIn'))
      .map(({ chainId: _chain, at, ...scan }) => ({ ...scan, at: at.toISOString(), byName: null }))
    if (!ended)
      seen.push({ at: row.chain_ended_at.toISOString(), kind: 'checkOut', by: 'none', byName: null, grade: 'C' })
    lines.set(row.id, [...seen, ...decisionsOn(chain)])
  }
  return lines
}

/** What staff decided on it, in order of time; a newer version is decided on by correcting the one before, unless its clock made it. */
function decisionsOn(versions: Row[]): Why['evidence'] {
  const by = { by: 'staff', grade: null } as const
  return versions.flatMap((row, index) => {
    const before = versions[index - 1]
    const ofItself = before === undefined || before.undone_by_name === null
    const lines: Why['evidence'] = []
    if (row.source === 'manual' && row.version === 1)
      lines.push({ ...by, at: row.created_at.toISOString(), kind: 'enter', byName: row.entered_by_name })
    // Approved, and rejected on an objection afterwards: both were decided.
    if (row.noticed_at && row.state === 'rejected')
      lines.push({ ...by, at: row.noticed_at.toISOString(), kind: 'approve', byName: row.noticed_by_name })
    if (row.decided_at && ofItself) {
      const kind = row.state === 'rejected' ? 'reject' : 'approve'
      lines.push({ ...by, at: row.decided_at.toISOString(), kind, byName: row.decided_by_name })
    }
    if (row.undone_at && row.undone_by_name !== null) {
      const kind = row.state === 'reversed' ? 'reverse' : 'correct'
      lines.push({ ...by, at: row.undone_at.toISOString(), kind, byName: row.undone_by_name })
    }
    return lines
  })
}

/** When and where a record's shift was. */
async function findShift(tx: Tx, shiftId: string): Promise<Why['shift']> {
  const [row] = await tx.rows<{ activityId: string; place: string; startsAt: Date; endsAt: Date }>({
    name: 'record-evidence.shift',
    text: `select s.activity_id as "activityId", a.place, s.starts_at as "startsAt", s.ends_at as "endsAt"
      from shifts s join activities a on a.county_id = s.county_id and a.id = s.activity_id where s.county_id = $1 and s.id = $2`,
    values: [tx.countyId, shiftId],
  })
  return row ? { ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() } : null
}
