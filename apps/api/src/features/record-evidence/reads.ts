import type { AnswerOf } from '@sidan/types/endpoint'
import { PhotoHash } from '@sidan/types/ids'
import type { getRecordWhy } from '@sidan/types/records'
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db.ts'
import { policyOf } from '../policy/reads.ts'
import { findRecord, findVersions, type Row, shownOf } from '../records/reads.ts'
import { pointsFor } from '../records/rules.ts'
import type { Actor } from '../roles/rules.ts'

type Why = AnswerOf<typeof getRecordWhy>

/** 怎么来的: the evidence in order of time, and each factor of the points with the policy version it came from. */
export async function readRecordWhy(tx: Tx, actor: Actor, recordId: string): Promise<Why> {
  const row = await findRecord(tx, actor, recordId)
  const policy = await policyOf(tx, row.policy_version)
  const evidence = await tx.rows<{
    at: Date
    kind: 'checkIn' | 'checkOut'
    by: 'service-code' | 'rotating-code' | 'station-code' | 'none'
    grade: 'A' | 'B' | 'C' | null
  }>({
    name: 'records.evidence',
    text: `select e.counted_at as at, e.kind, e.code_kind as by, e.grade from clock_events e
      where e.county_id = $1 and e.outcome = 'counted' and e.clock_id = (
        select c.id from clocks c where c.county_id = $1 and c.person_id = $2 and (c.order_id = $3 or c.shift_id = $3) and c.started_at = $4)
      order by e.counted_at`,
    values: [tx.countyId, row.person_id, row.order_id ?? row.shift_id, row.chain_started_at],
  })
  const [lot] = await tx.rows<{ expires_on: string }>({
    name: 'records.lot',
    text: `select l.expires_on from transfers t join lots l on l.county_id = t.county_id and l.transfer_id = t.id
      where t.county_id = $1 and t.ref = $2 and t.reason = 'record-points'`,
    values: [tx.countyId, recordId],
  })
  const minutes = row.clocked_minutes + row.declared_minutes
  const earns = row.state === 'pending' || row.state === 'conflict' || row.state === 'approved'
  const { factors, totalPoints } = pointsFor(
    {
      minutes: earns ? minutes : 0,
      platformCode: row.platform_code,
      stars: row.rated_stars,
      serviceNature: row.service_nature,
    },
    policy.points,
  )
  const versions = await findVersions(tx, actor, row)
  const lines: Why['evidence'] = evidence.map((line) => ({ ...line, at: line.at.toISOString(), byName: null }))
  if (row.checked_out === 'automatic')
    lines.push({ at: row.chain_ended_at.toISOString(), kind: 'checkOut', by: 'none', byName: null, grade: 'C' })
  lines.push(...decisionsOn(versions))
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
    evidence: lines,
    factors,
    totalPoints,
    policyVersion: row.policy_version,
    expiresOn: lot?.expires_on ?? null,
  }
}

/** What staff decided on it, in order of time; a newer version is decided on by correcting the one before. */
function decisionsOn(versions: Row[]): Why['evidence'] {
  const by = { by: 'staff', grade: null } as const
  return versions.flatMap((row) => {
    const lines: Why['evidence'] = []
    if (row.source === 'manual' && row.version === 1)
      lines.push({ ...by, at: row.created_at.toISOString(), kind: 'enter', byName: row.entered_by_name })
    if (row.decided_at && row.version === 1) {
      const kind = row.state === 'rejected' ? 'reject' : 'approve'
      lines.push({ ...by, at: row.decided_at.toISOString(), kind, byName: row.decided_by_name })
    }
    if (row.undone_at) {
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
