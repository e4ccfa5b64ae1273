import type { CertificateState } from '@sidan/types/certificates'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Signer } from '../../platform/signatures.ts'
import type { Served } from './rules.ts'

export interface Holder {
  nameSealed: Buffer | null
  volunteerNo: string | null
  issuer: string
}

/** Who is certified, also while they take a rest; and who certifies. */
export async function findHolder(tx: Tx, personId: string): Promise<Holder> {
  const [row] = await tx.rows<Holder>({
    name: 'certificates.holder',
    text: `select p.name_sealed as "nameSealed", v.volunteer_no as "volunteerNo", c.organiser as issuer from people p
      join counties c on c.county_id = p.county_id left join volunteers v on v.county_id = p.county_id and v.person_id = p.id
      where p.county_id = $1 and p.id = $2`,
    values: [tx.countyId, personId],
  })
  return row ?? refuse('not-found')
}

/** Records of voluntary service (rule-17) whose minutes stand on the ledger, by time. */
export async function findServed(
  tx: Tx,
  personId: string,
  period: { fromDay: string | null; untilDay: string },
): Promise<Served[]> {
  return tx.rows<Served>({
    name: 'certificates.served',
    text: `select r.id as "recordId", r.version, r.service_day as "serviceDay", coalesce(i.title, a.title, x.title, '') as title, r.clocked_minutes as "clockedMinutes",
        r.declared_minutes as "declaredMinutes", r.grade
      from service_records r
      join transfers t on t.county_id = r.county_id and t.reason = 'record-minutes' and t.ref = r.id
      left join orders o on o.county_id = r.county_id and o.id = r.order_id
      left join catalog_items i on i.county_id = o.county_id and i.id = o.item_id
      left join shifts s on s.county_id = r.county_id and s.id = r.shift_id
      left join activities a on a.county_id = s.county_id and a.id = s.activity_id
      left join record_texts x on x.county_id = r.county_id and x.record_id = r.chain_id
      where r.county_id = $1 and r.person_id = $2 and r.state = 'approved' and r.service_nature = 'voluntary'
        and ($3::date is null or r.service_day >= $3) and r.service_day <= $4
        and not exists (select from transfers b where b.county_id = t.county_id and b.reverses = t.id)
      order by r.started_at, r.id`,
    values: [tx.countyId, personId, period.fromDay, period.untilDay],
  })
}

export interface NewCertificate {
  id: string
  personId: string
  code: string
  payload: string
  signature: Buffer
  nameSealed: Buffer
  volunteerNo: string
}

/** Keeps the public key that something is signed with: it outlives the secret that made it. */
export async function keepKey(tx: Tx, { keyId, publicKey }: Signer): Promise<void> {
  await tx.rows({
    name: 'certificates.keep-key',
    text: 'insert into certificate_keys (county_id, key_id, public_key, first_used_at) values ($1, $2, $3, $4) on conflict do nothing',
    values: [tx.countyId, keyId, publicKey, tx.now],
  })
}

/** Keeps a certificate with the records it was made of, and the key it was signed with. */
export async function insertCertificate(
  tx: Tx,
  made: NewCertificate,
  signer: Signer,
  records: readonly Served[],
): Promise<void> {
  await keepKey(tx, signer)
  await tx.rows({
    name: 'certificates.insert',
    text: `with made as (
        insert into certificates (county_id, id, person_id, code, payload, signature, key_id, name_sealed, volunteer_no, state, issued_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'valid', $10) returning county_id, id)
      insert into certificate_records (county_id, certificate_id, record_id, record_version, clocked_minutes, declared_minutes)
      select made.county_id, made.id, r."recordId", r.version, r."clockedMinutes", r."declaredMinutes"
      from made, jsonb_to_recordset($11::jsonb) as r("recordId" uuid, version int, "clockedMinutes" int, "declaredMinutes" int)`,
    values: [
      tx.countyId,
      made.id,
      made.personId,
      made.code,
      made.payload,
      made.signature,
      signer.keyId,
      made.nameSealed,
      made.volunteerNo,
      tx.now,
      JSON.stringify(records),
    ],
  })
}

/** Loads a certificate by what its number has besides the county, locked. Refuses not-found. */
export async function lockCertificate(
  tx: Tx,
  code: string,
): Promise<{ id: string; personId: string; state: CertificateState }> {
  const [row] = await tx.rows<{ id: string; personId: string; state: CertificateState }>({
    name: 'certificates.lock',
    text: 'select id, person_id as "personId", state from certificates where county_id = $1 and code = $2 for no key update',
    values: [tx.countyId, code],
  })
  return row ?? refuse('not-found')
}

export async function saveRevocation(tx: Tx, id: string, by: { personId: string; words: string }): Promise<void> {
  await tx.rows({
    name: 'certificates.revoke',
    text: `update certificates set state = 'revoked', ended_at = $3, revoked_by_id = $4, revoked_words = $5
      where county_id = $1 and id = $2 and state = 'valid'`,
    values: [tx.countyId, id, tx.now, by.personId, by.words],
  })
}

/** Ends what is still valid and was made of a record; returns whose they were. */
export async function saveSuperseded(tx: Tx, recordId: string): Promise<{ personId: string; code: string }[]> {
  return tx.rows({
    name: 'certificates.supersede',
    text: `update certificates c set state = 'superseded', ended_at = $3 from certificate_records r
      where r.county_id = $1 and r.record_id = $2 and c.county_id = $1 and c.id = r.certificate_id and c.state = 'valid'
      returning c.person_id as "personId", c.code`,
    values: [tx.countyId, recordId, tx.now],
  })
}

/** Whose record it is. */
export async function findWhoServed(tx: Tx, recordId: string): Promise<string> {
  const [row] = await tx.rows<{ personId: string }>({
    name: 'certificates.who-served',
    text: 'select person_id as "personId" from service_records where county_id = $1 and id = $2',
    values: [tx.countyId, recordId],
  })
  return row?.personId ?? refuse('not-found')
}
