import type { AgeBand } from '@sidan/types/ages'
import type { Tx } from '../../platform/db.ts'
import type { Place } from '../roles/rules.ts'

/** A volunteer's age, where they belong, and whether a consent stands. Undefined for who is no volunteer. */
export interface Minor extends Place {
  ageBand: AgeBand | null
  consentStands: boolean
}

/** A volunteer, locked, so that consents to one minor come one after the other. */
export async function lockMinor(tx: Tx, personId: string): Promise<Minor | undefined> {
  const [row] = await tx.rows<Minor>({
    name: 'guardian-consents.minor',
    text: `select v.age_band as "ageBand", coalesce(p.home_station_id::text, '') as "stationId", u.institute_id as "instituteId",
        exists (select 1 from guardian_consents c where c.county_id = v.county_id and c.minor_id = v.person_id and c.withdrawn_at is null) as "consentStands"
      from volunteers v
      join people p on p.county_id = v.county_id and p.id = v.person_id and p.closed_at is null
      left join units u on u.county_id = p.county_id and u.id = p.home_station_id
      where v.county_id = $1 and v.person_id = $2 and v.active for no key update of v`,
    values: [tx.countyId, personId],
  })
  return row
}

/** What is known of somebody's age, whether they serve now or not. */
export async function findAge(tx: Tx, personId: string): Promise<AgeBand | null> {
  const [row] = await tx.rows<{ ageBand: AgeBand | null }>({
    name: 'guardian-consents.age',
    text: 'select age_band as "ageBand" from volunteers where county_id = $1 and person_id = $2',
    values: [tx.countyId, personId],
  })
  return row?.ageBand ?? null
}

/** Adds a minor's request; one that was not used is over. */
export async function insertRequest(
  tx: Tx,
  request: { id: string; minorId: string; codeHash: Buffer; expiresAt: Date },
): Promise<void> {
  await tx.rows({
    name: 'guardian-consents.forget-request',
    text: 'delete from guardian_requests where county_id = $1 and minor_id = $2 and used_at is null',
    values: [tx.countyId, request.minorId],
  })
  await tx.rows({
    name: 'guardian-consents.request',
    text: `insert into guardian_requests (county_id, id, minor_id, code_hash, asked_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
    values: [tx.countyId, request.id, request.minorId, request.codeHash, tx.now, request.expiresAt],
  })
}

/** An open request by its code's hash, locked; undefined when it is used or over, or its minor is gone. */
export async function lockRequest(
  tx: Tx,
  codeHash: Buffer,
): Promise<{ id: string; minorId: string; minorName: string } | undefined> {
  const [row] = await tx.rows<{ id: string; minorId: string; minorName: string }>({
    name: 'guardian-consents.lock-request',
    text: `select r.id, r.minor_id as "minorId", p.display_name as "minorName" from guardian_requests r
      join people p on p.county_id = r.county_id and p.id = r.minor_id and p.closed_at is null
      where r.county_id = $1 and r.code_hash = $2 and r.used_at is null and r.expires_at > $3 for no key update of r`,
    values: [tx.countyId, codeHash, tx.now],
  })
  return row
}

export async function useRequest(tx: Tx, id: string): Promise<void> {
  await tx.rows({
    name: 'guardian-consents.use-request',
    text: 'update guardian_requests set used_at = $3 where county_id = $1 and id = $2',
    values: [tx.countyId, id, tx.now],
  })
}

export interface NewConsent {
  id: string
  minorId: string
  noticeVersion: number
  /** In the app: who agreed. */
  guardianId?: string
  /** On paper: who recorded it, and what stands on it. */
  recordedById?: string
  nameSealed?: Buffer
  phoneSealed?: Buffer
  photoHash?: string
}

export async function insertConsent(tx: Tx, row: NewConsent): Promise<void> {
  await tx.rows({
    name: 'guardian-consents.insert',
    text: `insert into guardian_consents (county_id, id, minor_id, guardian_id, how, notice_version, given_at, recorded_by_id,
        guardian_name_sealed, guardian_phone_sealed, photo_hash)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [
      tx.countyId,
      row.id,
      row.minorId,
      row.guardianId ?? null,
      row.guardianId === undefined ? 'paper' : 'inApp',
      row.noticeVersion,
      tx.now,
      row.recordedById ?? null,
      row.nameSealed ?? null,
      row.phoneSealed ?? null,
      row.photoHash ?? null,
    ],
  })
}

export interface ConsentInHand extends Place {
  minorId: string
  minorName: string
  guardianId: string | null
  guardianName: string | null
  how: 'inApp' | 'paper'
  withdrawnAt: Date | null
}

/** A consent with where its minor belongs, locked. */
export async function lockConsent(tx: Tx, id: string): Promise<ConsentInHand | undefined> {
  const [row] = await tx.rows<ConsentInHand>({
    name: 'guardian-consents.lock',
    text: `select c.minor_id as "minorId", p.display_name as "minorName", c.guardian_id as "guardianId", g.display_name as "guardianName", c.how,
        c.withdrawn_at as "withdrawnAt", coalesce(p.home_station_id::text, '') as "stationId", u.institute_id as "instituteId"
      from guardian_consents c
      join people p on p.county_id = c.county_id and p.id = c.minor_id
      left join people g on g.county_id = c.county_id and g.id = c.guardian_id
      left join units u on u.county_id = p.county_id and u.id = p.home_station_id
      where c.county_id = $1 and c.id = $2 for no key update of c`,
    values: [tx.countyId, id],
  })
  return row
}

/** Ends a consent; what stood on the paper is erased. */
export async function endConsent(tx: Tx, id: string, byId: string): Promise<void> {
  await tx.rows({
    name: 'guardian-consents.end',
    text: `update guardian_consents set withdrawn_at = $3, withdrawn_by_id = $4, guardian_name_sealed = null, guardian_phone_sealed = null, photo_hash = null
      where county_id = $1 and id = $2`,
    values: [tx.countyId, id, tx.now, byId],
  })
}
