import { certificateNumberOf, readCertificateNumber } from '@sidan/types/certificates'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { mayRevoke } from './rules.ts'
import { lockCertificate, saveRevocation } from './store.ts'

/** Ends a certificate of this county for a reason, which its holder is told. Returns its id. */
export async function revokeCertificate(
  tx: Tx,
  actor: Actor,
  asked: { number: string; words: string },
): Promise<string> {
  const number = readCertificateNumber(asked.number)
  if (number?.countyId !== tx.countyId) return refuse('not-found')
  const { id, personId, state } = await lockCertificate(tx, number.code)
  const answer = mayRevoke(actor, state)
  if (answer !== true) refuse(answer)
  await saveRevocation(tx, id, { personId: actor.personId, words: asked.words })
  await writeAudit(tx, {
    actorId: actor.personId,
    action: 'revoke-certificate',
    subjectKind: 'certificate',
    subjectId: id,
  })
  const about = certificateNumberOf(tx.countyId, number.code)
  await tell(tx, [{ to: { personId }, kind: 'certificate-revoked', about, words: asked.words }])
  return id
}
