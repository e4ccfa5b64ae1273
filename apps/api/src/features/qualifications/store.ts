import type { Tx } from '../../platform/db.ts'
import type { Place } from '../roles/rules.ts'

/** What the county knows of a kind, and whether one of it waits for this person already. */
export async function findKind(
  tx: Tx,
  personId: string,
  code: string,
): Promise<{ name: string; waits: boolean } | undefined> {
  const [row] = await tx.rows<{ name: string; waits: boolean }>({
    name: 'qualifications.kind',
    text: `select k.name, exists (select 1 from qualifications q
        where q.county_id = k.county_id and q.person_id = $3 and q.code = k.code and q.state = 'pending') as waits
      from qualification_kinds k where k.county_id = $1 and k.code = $2`,
    values: [tx.countyId, code, personId],
  })
  return row
}

export async function insertQualification(
  tx: Tx,
  row: {
    id: string
    personId: string
    code: string
    issuer: string
    photoHash: string | null
    validUntilDay: string | null
  },
): Promise<void> {
  await tx.rows({
    name: 'qualifications.insert',
    text: `insert into qualifications (county_id, id, person_id, code, issuer, photo_hash, valid_until_day, state, added_at)
      values ($1, $2, $3, $4, $5, $6, $7, 'pending', $8)`,
    values: [tx.countyId, row.id, row.personId, row.code, row.issuer, row.photoHash, row.validUntilDay, tx.now],
  })
}

export interface QualificationInHand extends Place {
  personId: string
  name: string
  state: 'pending' | 'verified' | 'refused'
  photoHash: string | null
  validUntilDay: string | null
}

/** A qualification with where its owner belongs, locked. */
export async function lockQualification(tx: Tx, id: string): Promise<QualificationInHand | undefined> {
  const [row] = await tx.rows<QualificationInHand>({
    name: 'qualifications.lock',
    text: `select q.person_id as "personId", coalesce(k.name, q.code) as name, q.state, q.photo_hash as "photoHash", q.valid_until_day as "validUntilDay",
        coalesce(p.home_station_id::text, '') as "stationId", u.institute_id as "instituteId"
      from qualifications q
      join people p on p.county_id = q.county_id and p.id = q.person_id and p.closed_at is null
      left join qualification_kinds k on k.county_id = q.county_id and k.code = q.code
      left join units u on u.county_id = p.county_id and u.id = p.home_station_id
      where q.county_id = $1 and q.id = $2 for no key update of q`,
    values: [tx.countyId, id],
  })
  return row
}

/** Writes a decision, and why it is a refusal. */
export async function saveDecision(
  tx: Tx,
  id: string,
  byId: string,
  refusal?: { reason: string; words: string | null },
): Promise<void> {
  await tx.rows({
    name: 'qualifications.decide',
    text: `with decided as (
        update qualifications set state = case when $5::text is null then 'verified' else 'refused' end, decided_by_id = $3, decided_at = $4
        where county_id = $1 and id = $2 returning id)
      insert into qualification_refusals (county_id, qualification_id, reason, words) select $1, id, $5, $6 from decided where $5 is not null`,
    values: [tx.countyId, id, byId, tx.now, refusal?.reason ?? null, refusal?.words ?? null],
  })
}

/** Deletes a person's own; false when there is none. */
export async function deleteQualification(tx: Tx, personId: string, id: string): Promise<boolean> {
  const rows = await tx.rows({
    name: 'qualifications.delete',
    text: 'delete from qualifications where county_id = $1 and id = $2 and person_id = $3 returning 1',
    values: [tx.countyId, id, personId],
  })
  return rows.length === 1
}

/**
 * Marks what ends by `lastDay` as told and names it, once each: one row per person, kinds in one line. What a later one of the same kind outlasts is not told.
 */
export async function markEnding(
  tx: Tx,
  today: string,
  lastDay: string,
): Promise<{ personId: string; names: string }[]> {
  return tx.rows({
    text: `with told as (
        update qualifications q set expiry_told_at = $4
        where q.county_id = $1 and q.state = 'verified' and q.expiry_told_at is null and q.valid_until_day between $2 and $3
        returning q.person_id, q.code, q.valid_until_day)
      select t.person_id as "personId", string_agg(distinct coalesce(k.name, t.code) collate "C", '、') as names from told t
      left join qualification_kinds k on k.county_id = $1 and k.code = t.code
      where not exists (select 1 from qualifications l where l.county_id = $1 and l.person_id = t.person_id and l.code = t.code and l.state = 'verified'
        and (l.valid_until_day is null or l.valid_until_day > t.valid_until_day))
      group by t.person_id`,
    values: [tx.countyId, today, lastDay, tx.now],
  })
}
