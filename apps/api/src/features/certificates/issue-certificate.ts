import { createHash } from 'node:crypto'
import { type CertificatePayload, certificateNumberOf } from '@sidan/types/certificates'
import { civilDay } from '@sidan/types/civil'
import { maskedName } from '@sidan/types/names'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { makeShortCode, shortCodeOf } from '../../platform/short-code.ts'
import { lockEarnedMinutes } from '../ledger/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { holderText, periodOf, sumsOf } from './rules.ts'
import { findHolder, findServed, insertCertificate } from './store.ts'

/** Long enough that nobody finds a certificate by trying. */
const codeCharacters = 12
const nameCodeCharacters = 12

/** What stands on a certificate beside the name, and nowhere else. */
export const nameCodeOf = (crypto: Crypto, certificateId: string): string =>
  shortCodeOf(crypto.deriveSecret('certificate-name', certificateId), nameCodeCharacters)

/**
 * 开证明: what this person served in a period, as their records say it, signed. Under the lock of their earned minutes, so that whoever corrects one of the
 * records at the same moment does it before, and is counted, or afterwards, and supersedes this certificate.
 */
export async function issueCertificate(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  certificateId: string,
  asked: { fromDay: string | null; untilDay: string | null },
): Promise<void> {
  const today = civilDay(tx.now)
  const period = periodOf(asked, today)
  if (typeof period === 'string') return refuse(period)
  const { volunteerNo, nameSealed, issuer } = await findHolder(tx, actor.personId)
  if (volunteerNo === null) return refuse('volunteer-needed')
  if (nameSealed === null) return refuse('full-name-needed')
  await lockEarnedMinutes(tx, [actor.personId])
  const served = await findServed(tx, actor.personId, period)
  const [first] = served
  if (!first) return refuse('nothing-to-certify')

  const place = { countyId: tx.countyId, column: 'name_sealed' }
  const name = crypto.open(nameSealed, { ...place, table: 'people', id: actor.personId })
  const code = makeShortCode(codeCharacters)
  const payload = JSON.stringify({
    document: 'sidan-certificate-1',
    number: certificateNumberOf(tx.countyId, code),
    countyId: tx.countyId,
    issuer,
    issuedOn: today,
    maskedName: maskedName(name),
    holderSha256: createHash('sha256')
      .update(holderText(nameCodeOf(crypto, certificateId), name, volunteerNo))
      .digest('hex'),
    fromDay: period.fromDay ?? first.serviceDay,
    untilDay: period.untilDay,
    ...sumsOf(served),
  } satisfies CertificatePayload)
  await insertCertificate(
    tx,
    {
      id: certificateId,
      personId: actor.personId,
      code,
      payload,
      signature: crypto.signer.sign(payload),
      nameSealed: crypto.seal(name, { ...place, table: 'certificates', id: certificateId }),
      volunteerNo,
    },
    crypto.signer,
    served,
  )
}
