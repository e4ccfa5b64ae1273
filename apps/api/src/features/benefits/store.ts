import type { Tx } from '../../platform/db.ts'

/** Who shows a code: found by their number, they and their earned minutes locked, so that of several scanned at once each counts the others, and nobody leaves in between. Undefined where nobody has both. */
export async function lockHolder(
  tx: Tx,
  volunteerNo: string,
): Promise<{ personId: string; earnedMinutes: number } | undefined> {
  const [row] = await tx.rows<{ personId: string; earnedMinutes: number }>({
    name: 'benefits.lock-holder',
    text: `select a.person_id as "personId", a.balance::int as "earnedMinutes" from volunteers v
      join people p on p.county_id = v.county_id and p.id = v.person_id and p.closed_at is null
      join accounts a on a.county_id = v.county_id and a.person_id = v.person_id and a.code = 'earnedMinutes'
      where v.county_id = $1 and v.volunteer_no = $2 for no key update of a, p`,
    values: [tx.countyId, volunteerNo],
  })
  return row
}

/** The numbers of this period that uses which stand have, and when the benefit was used last, undone or not. Asked after the holder is locked. */
export async function findUsed(
  tx: Tx,
  { personId, benefit, period }: { personId: string; benefit: string; period: string },
): Promise<{ taken: number[]; lastUsedAt: Date | null }> {
  const [row] = await tx.rows<{ taken: number[]; lastUsedAt: Date | null }>({
    name: 'benefits.used',
    text: `select coalesce(array_agg(no) filter (where period = $4 and undone_at is null), '{}') as taken, max(used_at) as "lastUsedAt"
      from benefit_uses where county_id = $1 and person_id = $2 and benefit = $3`,
    values: [tx.countyId, personId, benefit, period],
  })
  return row ?? { taken: [], lastUsedAt: null }
}

export interface NewUse {
  id: string
  personId: string
  benefit: string
  policyVersion: number
  period: string
  no: number
  quotaPerPeriod: number
  thresholdHours: number
  earnedMinutes: number
  step: number
  unitId: string
  partnerId: string | null
  byId: string
}

/** Writes a use down; false when its code was used before. */
export async function insertUse(tx: Tx, use: NewUse): Promise<boolean> {
  const rows = await tx.rows({
    name: 'benefits.insert',
    text: `insert into benefit_uses (county_id, id, person_id, benefit, policy_version, period, no, quota_per_period, threshold_hours, earned_minutes, step,
        unit_id, partner_id, by_id, used_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
      on conflict (county_id, person_id, benefit, step) do nothing returning 1`,
    values: [
      tx.countyId,
      use.id,
      use.personId,
      use.benefit,
      use.policyVersion,
      use.period,
      use.no,
      use.quotaPerPeriod,
      use.thresholdHours,
      use.earnedMinutes,
      use.step,
      use.unitId,
      use.partnerId,
      use.byId,
      tx.now,
    ],
  })
  return rows.length === 1
}

export interface UseRow {
  id: string
  personId: string
  benefit: string
  policyVersion: number
  byId: string
  usedAt: Date
  undoneAt: Date | null
}

/** A use, locked. */
export async function lockUse(tx: Tx, useId: string): Promise<UseRow | undefined> {
  const [row] = await tx.rows<UseRow>({
    name: 'benefits.lock-use',
    text: `select id, person_id as "personId", benefit, policy_version as "policyVersion", by_id as "byId", used_at as "usedAt", undone_at as "undoneAt"
      from benefit_uses where county_id = $1 and id = $2 for no key update`,
    values: [tx.countyId, useId],
  })
  return row
}

export async function endUse(tx: Tx, useId: string, byId: string): Promise<void> {
  await tx.rows({
    name: 'benefits.undo',
    text: 'update benefit_uses set undone_at = $3, undone_by_id = $4 where county_id = $1 and id = $2',
    values: [tx.countyId, useId, tx.now, byId],
  })
}
