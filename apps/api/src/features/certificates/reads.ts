import type { checkCertificate, listCertificateKeys, listMyCertificates } from '@sidan/types/certificates'
import { type Certificate, CertificatePayload, certificateNumberOf, certificatePath } from '@sidan/types/certificates'
import { civilDay } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import * as z from 'zod/mini'
import type { Crypto } from '../../platform/crypto.ts'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'

interface Row {
  id: string
  code: string
  payload: string
  state: Certificate['state']
  issuedAt: Date
  endedAt: Date | null
  words: string | null
}

const select = `select id, code, payload, state, issued_at as "issuedAt", ended_at as "endedAt", revoked_words as words
  from certificates where county_id = $1 and person_id = $2`

const parsed = (payload: string): CertificatePayload => z.parse(CertificatePayload, JSON.parse(payload))

function shownOf(tx: Tx, row: Row): AnswerOf<typeof listMyCertificates>['items'][number] {
  const { number, fromDay, untilDay, recordCount, clockedMinutes, declaredMinutes } = parsed(row.payload)
  return {
    certificateId: row.id,
    number,
    path: certificatePath(certificateNumberOf(tx.countyId, row.code)),
    state: row.state,
    issuedAt: row.issuedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    words: row.words,
    fromDay,
    untilDay,
    recordCount,
    clockedMinutes,
    declaredMinutes,
  }
}

/** 我的证明: newest first. */
export async function readMyCertificates(
  tx: Tx,
  actor: Actor,
  asked: { cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listMyCertificates>> {
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const rows = await tx.rows<Row>({
    name: 'certificates.mine',
    text: `${select} and ($3::timestamptz is null or (issued_at, id) < ($3, $4::uuid)) order by issued_at desc, id desc limit $5`,
    values: [tx.countyId, actor.personId, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1],
  })
  return pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.issuedAt.toISOString(), row.id),
    (row) => shownOf(tx, row),
  )
}

/** One of the caller's own. Refuses not-found. */
export async function readMyCertificate(tx: Tx, actor: Actor, certificateId: string) {
  const [row] = await tx.rows<Row>({
    name: 'certificates.one',
    text: `${select} and id = $3`,
    values: [tx.countyId, actor.personId, certificateId],
  })
  return row ? shownOf(tx, row) : refuse('not-found')
}

/** What stands on paper: the signed text with the full name, which is its holder's alone to see. Refuses not-found. */
export async function readPaper(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  certificateId: string,
): Promise<{
  payload: CertificatePayload
  name: string
  volunteerNo: string
  keyId: string
  state: Certificate['state']
}> {
  const [row] = await tx.rows<Row & { nameSealed: Buffer | null; volunteerNo: string; keyId: string }>({
    name: 'certificates.paper',
    text: `select payload, state, name_sealed as "nameSealed", volunteer_no as "volunteerNo", key_id as "keyId"
      from certificates where county_id = $1 and person_id = $2 and id = $3`,
    values: [tx.countyId, actor.personId, certificateId],
  })
  if (!row?.nameSealed) return refuse('not-found')
  const place = { countyId: tx.countyId, table: 'certificates', column: 'name_sealed', id: certificateId }
  const { volunteerNo, keyId, state } = row
  return { payload: parsed(row.payload), name: crypto.open(row.nameSealed, place), volunteerNo, keyId, state }
}

type Checked = AnswerOf<typeof checkCertificate>

/** What anybody may know who has the number. */
export async function readChecked(tx: Tx, code: string): Promise<Checked | undefined> {
  const [row] = await tx.rows<{
    payload: string
    signature: Buffer
    keyId: string
    state: Certificate['state']
    endedAt: Date | null
  }>({
    name: 'certificates.check',
    text: `select payload, signature, key_id as "keyId", state, ended_at as "endedAt" from certificates where county_id = $1 and code = $2`,
    values: [tx.countyId, code],
  })
  if (!row) return undefined
  const { document: _document, holderSha256: _holder, ...said } = parsed(row.payload)
  return {
    ...said,
    state: row.state,
    endedOn: row.endedAt === null ? null : civilDay(row.endedAt),
    payload: row.payload,
    signature: row.signature.toString('base64'),
    keyId: row.keyId,
  }
}

/** Public keys of the county's certificates, today's first, which may not have signed any yet. */
export async function readKeys(tx: Tx, { signer }: Crypto): Promise<AnswerOf<typeof listCertificateKeys>> {
  const rows = await tx.rows<{ keyId: string; publicKey: string; known: boolean }>({
    name: 'certificates.keys',
    text: `select key_id as "keyId", public_key as "publicKey" from certificate_keys
      where county_id = $1 and key_id <> $2 order by first_used_at desc, key_id`,
    values: [tx.countyId, signer.keyId],
  })
  return { items: [{ keyId: signer.keyId, publicKey: signer.publicKey }, ...rows] }
}
