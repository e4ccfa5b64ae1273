import { guardianNotice } from '@sidan/types/consent-notices'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { tell } from '../notices/tell-person.ts'
import { powerOver } from '../papers/rules.ts'
import { knowsPhotos } from '../photos/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { needsGuardian } from './rules.ts'
import { insertConsent, lockMinor } from './store.ts'

/** Staff above a minor's home station record a guardian's consent on paper, with its photo; name and phone are sealed. */
export async function recordPaper(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  id: string,
  input: { personId: string; guardianName: string; guardianPhone: string; photo: string },
): Promise<void> {
  const minor = (await lockMinor(tx, input.personId)) ?? refuse('not-found')
  const power = powerOver(actor, minor)
  if (power !== 'decides') refuse(power === 'looks' ? 'not-allowed' : 'not-found')
  const needs = needsGuardian(minor.ageBand, minor.consentStands)
  if (needs !== true) refuse(needs === 'age-unknown' ? 'guardian-not-needed' : needs)
  if (!(await knowsPhotos(tx, [input.photo]))) refuse('photo-refused')
  const seal = (column: string, words: string) =>
    crypto.seal(words, { countyId: tx.countyId, table: 'guardian_consents', column, id })
  await insertConsent(tx, {
    id,
    minorId: input.personId,
    noticeVersion: guardianNotice.version,
    recordedById: actor.personId,
    nameSealed: seal('guardian_name_sealed', input.guardianName),
    phoneSealed: seal('guardian_phone_sealed', input.guardianPhone),
    photoHash: input.photo,
  })
  await writeAudit(tx, {
    actorId: actor.personId,
    action: 'record-paper-consent',
    subjectKind: 'guardian-consent',
    subjectId: id,
  })
  await tell(tx, [{ to: { personId: input.personId }, kind: 'guardian-agreed', about: '家长' }], actor.personId)
}
