import type { AnswerOf } from '@sidan/types/endpoint'
import type { refreshSession as refreshEndpoint } from '@sidan/types/sessions'
import type { Tx } from '../../platform/db.ts'
import { issueTokens, type Keys } from './issue-tokens.ts'
import { weighRefresh } from './rules.ts'
import { lockToken, markUsed, revokeFamily } from './store.ts'

/**
 * Rotates a refresh token. Undefined when it is unknown, over or used before — a used one revokes its family, and that must be kept: the caller answers
 * with a refusal only after the transaction.
 */
export async function refreshSession(
  tx: Tx,
  keys: Keys,
  refreshToken: string,
): Promise<AnswerOf<typeof refreshEndpoint> | undefined> {
  const hash = keys.crypto.hashToken(refreshToken)
  const token = await lockToken(tx, hash)
  if (!token) return undefined
  const answer = weighRefresh(token, tx.now)
  if (answer === 'reused') await revokeFamily(tx, token.familyId)
  if (answer !== 'fresh') return undefined
  await markUsed(tx, hash)
  return issueTokens(tx, keys, token.personId, token.familyId)
}

/** Ends a session: its refresh tokens are all revoked. */
export async function endSession(tx: Tx, keys: Keys, refreshToken: string): Promise<void> {
  const token = await lockToken(tx, keys.crypto.hashToken(refreshToken))
  if (token) await revokeFamily(tx, token.familyId)
}
