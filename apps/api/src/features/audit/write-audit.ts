import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'

/** Appends to the audit log: who did what to which subject; ids and codes only. */
export async function writeAudit(
  tx: Tx,
  event: { actorId: string; action: string; subjectKind: string; subjectId: string },
): Promise<void> {
  await tx.rows({
    name: 'audit.write',
    text: `insert into audit_events (county_id, id, actor_id, action, subject_kind, subject_id, at) values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [tx.countyId, newId(), event.actorId, event.action, event.subjectKind, event.subjectId, tx.now],
  })
}

/** As `writeAudit`, for several subjects at once. */
export async function writeAudits(
  tx: Tx,
  event: { actorId: string; action: string; subjectKind: string; subjectIds: string[] },
): Promise<void> {
  await tx.rows({
    name: 'audit.write-several',
    text: `insert into audit_events (county_id, id, actor_id, action, subject_kind, subject_id, at)
      select $1, gen_random_uuid(), $2, $3, $4, subject, $6 from unnest($5::uuid[]) as subject`,
    values: [tx.countyId, event.actorId, event.action, event.subjectKind, event.subjectIds, tx.now],
  })
}
