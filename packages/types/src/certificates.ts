/**
 * 志愿服务记录证明. What somebody served in a period, as their approved records of voluntary service say it (rule-17), free (rule-02) and signed.
 *
 * The signed text is a JSON document of one line, exactly as `payload` holds it: whoever has it, the signature and the county's public key can check it
 * without us (docs/certificates.md). It bears no full name, because the page that checks a certificate is public (rule-14): it holds the surname, and
 * the SHA-256 of `<name code>:<full name>:<volunteer number>`. The name code stands on the certificate alone, so that who is named there can be checked, and
 * nobody can be guessed from here.
 */
import * as z from 'zod/mini'
import { EvidenceGrade } from './clock.ts'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { CertificateId, CountyId, CountyIdText } from './ids.ts'
import { parseShortCode, ShortCode } from './short-codes.ts'
import { CivilDay, Count, Instant, Minutes, text } from './units.ts'

/** `superseded`: one of its records was corrected since; a new one is issued by whoever holds it. */
export const CertificateState = z.enum(['valid', 'revoked', 'superseded'])
export type CertificateState = z.infer<typeof CertificateState>

/** What was served: records of the same title counted together, clocked (打卡) and declared (申报) minutes apart. */
const Content = z.strictObject({ title: z.string(), times: Count, clockedMinutes: Minutes, declaredMinutes: Minutes })

/** The signed text, parsed. `number` is `<county>-<code>`; `fromDay` to `untilDay` is the period it is about, both days included. */
export const CertificatePayload = z.strictObject({
  document: z.literal('sidan-certificate-1'),
  number: z.string(),
  countyId: CountyId,
  issuer: z.string(),
  issuedOn: CivilDay,
  maskedName: z.string(),
  holderSha256: z.string(),
  fromDay: CivilDay,
  untilDay: CivilDay,
  recordCount: Count,
  clockedMinutes: Minutes,
  declaredMinutes: Minutes,
  grades: z.array(z.strictObject({ grade: EvidenceGrade, minutes: Minutes })),
  contents: z.array(Content),
})
export type CertificatePayload = z.infer<typeof CertificatePayload>

/** A certificate as its holder sees it; `path` is the public page that its QR code leads to. */
export const Certificate = z.strictObject({
  certificateId: CertificateId,
  number: z.string(),
  path: z.string(),
  state: CertificateState,
  issuedAt: Instant,
  endedAt: z.nullable(Instant),
  /** Why it was revoked, as staff wrote it. */
  words: z.nullable(z.string()),
  fromDay: CivilDay,
  untilDay: CivilDay,
  recordCount: Count,
  clockedMinutes: Minutes,
  declaredMinutes: Minutes,
})
export type Certificate = z.infer<typeof Certificate>

/** For a period (both days included), or for everything: null on either side leaves it open. */
export const issueCertificate = endpoint({
  name: 'issueCertificate',
  method: 'POST',
  path: '/v1/me/certificates',
  body: z.strictObject({ fromDay: z.nullable(CivilDay), untilDay: z.nullable(CivilDay) }),
  status: 201,
  reply: Certificate,
  problems: ['volunteer-needed', 'full-name-needed', 'period-invalid', 'nothing-to-certify'],
})
export const listMyCertificates = endpoint({
  name: 'listMyCertificates',
  method: 'GET',
  path: '/v1/me/certificates',
  query: z.strictObject(pageQuery),
  reply: pageOf(Certificate),
})
/** The PDF: outside of the endpoint table, as every file. */
export const certificatePdfPath = (certificateId: string): string => `/v1/me/certificates/${certificateId}/pdf`

/** The county's keeper ends a certificate; its holder is told why. */
export const revokeCertificate = endpoint({
  name: 'revokeCertificate',
  method: 'POST',
  path: '/v1/certificates/:number/revoke',
  params: z.strictObject({ number: z.string().check(z.maxLength(40)) }),
  body: z.strictObject({ words: text(200) }),
  reply: z.strictObject({ number: z.string(), state: CertificateState }),
  problems: ['not-found', 'not-allowed', 'certificate-over'],
})

/** What anybody may know who has the number. The signature is of `payload` as it stands here, Ed25519, base64. */
export const CheckedCertificate = z.strictObject({
  ...z.omit(CertificatePayload, { document: true, holderSha256: true }).shape,
  state: CertificateState,
  endedOn: z.nullable(CivilDay),
  payload: z.string(),
  signature: z.string(),
  keyId: z.string(),
})
export type CheckedCertificate = z.infer<typeof CheckedCertificate>

export const checkCertificate = endpoint({
  name: 'checkCertificate',
  method: 'GET',
  path: '/v1/counties/:countyId/certificates/:code',
  access: 'public',
  params: z.strictObject({ countyId: CountyIdText, code: ShortCode }),
  reply: CheckedCertificate,
  problems: ['not-found'],
})
/** Public keys under which this county's certificates were signed, the one of today first. `publicKey` is PEM, as openssl reads it. */
export const listCertificateKeys = endpoint({
  name: 'listCertificateKeys',
  method: 'GET',
  path: '/v1/counties/:countyId/certificate-keys',
  access: 'public',
  params: z.strictObject({ countyId: CountyIdText }),
  reply: z.strictObject({ items: z.array(z.strictObject({ keyId: z.string(), publicKey: z.string() })) }),
})

export const certificateNumberOf = (countyId: number, code: string): string => `${countyId}-${code}`
/** The public page that the QR code leads to. */
export const certificatePath = (number: string): string => `/c/${number}`

/** Reads a number as it was scanned or typed, hyphens and small letters as they come; null when it cannot be one. */
export function readCertificateNumber(typed: string): { countyId: CountyId; code: string } | null {
  const [, digits = '', rest = ''] = /^\s*(\d{6})[\s\-‐‑–—－]+(.{4,40})$/.exec(typed.normalize('NFKC')) ?? []
  const county = z.safeParse(CountyIdText, digits)
  const code = parseShortCode(rest)
  return county.success && code !== null ? { countyId: county.data, code } : null
}
