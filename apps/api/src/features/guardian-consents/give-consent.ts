import { guardianNotice } from '@sidan/types/consent-notices'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { openRequest } from './open-request.ts'
import { mayBeGuardian } from './rules.ts'
import { findAge, insertConsent, lockMinor, useRequest } from './store.ts'

/**
 * A guardian agrees with their own account (rule-16), having read the notice as it is now (rule-20). The code is good once: of two who bring it, one
 * agrees. The minor's row is locked first as when a code is asked for, so that the two never wait for each other.
 */
export async function giveConsent(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  id: string,
  input: { code: string; adult: boolean; noticeVersion: number },
): Promise<void> {
  const request = await openRequest(tx, crypto, input.code)
  const guardian = { personId: actor.personId, ageBand: await findAge(tx, actor.personId), saysAdult: input.adult }
  const may = mayBeGuardian(guardian, request.minorId)
  if (may !== true) refuse(may)
  if (input.noticeVersion !== guardianNotice.version) refuse('notice-changed')
  const minor = await lockMinor(tx, request.minorId)
  if (!minor || minor.consentStands) refuse('guardian-code-unknown')
  await useRequest(tx, request.id)
  await insertConsent(tx, {
    id,
    minorId: request.minorId,
    guardianId: actor.personId,
    noticeVersion: input.noticeVersion,
  })
  await writeAudit(tx, {
    actorId: actor.personId,
    action: 'give-guardian-consent',
    subjectKind: 'guardian-consent',
    subjectId: id,
  })
  await tell(tx, [{ to: { personId: request.minorId }, kind: 'guardian-agreed', about: actor.displayName }])
}
