import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { shortCodeOf } from '../../platform/short-code.ts'
import type { Actor } from '../roles/rules.ts'
import { needsGuardian } from './rules.ts'
import { insertRequest, lockMinor } from './store.ts'

/** The code of a request: derived, so that a retry shows the same; what is stored is its hash. */
export const guardianCodeOf = (crypto: Crypto, requestId: string): string =>
  shortCodeOf(crypto.deriveSecret('guardian-code', requestId), 12)

/** A minor asks for a guardian's consent: a one-time code, and the one before is over. */
export async function requestConsent(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  id: string,
  goodForDays: number,
): Promise<void> {
  const minor = (await lockMinor(tx, actor.personId)) ?? refuse('volunteer-needed')
  const needs = needsGuardian(minor.ageBand, minor.consentStands)
  if (needs !== true) refuse(needs)
  await insertRequest(tx, {
    id,
    minorId: actor.personId,
    codeHash: crypto.hashToken(guardianCodeOf(crypto, id)),
    expiresAt: new Date(tx.now.getTime() + goodForDays * 86_400_000),
  })
}
