import type { AnswerOf } from '@sidan/types/endpoint'
import type { refreshSession } from '@sidan/types/sessions'
import type { AccessTokens } from '../../platform/auth.ts'
import { type Crypto, randomToken } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { refreshDays } from './rules.ts'
import { insertFamily, insertToken } from './store.ts'

export interface Keys {
  tokens: AccessTokens
  crypto: Crypto
}

/** Issues an access token and the next refresh token of a family; a new family for a new sign-in. */
export async function issueTokens(
  tx: Tx,
  { tokens, crypto }: Keys,
  personId: string,
  familyId?: string,
): Promise<AnswerOf<typeof refreshSession>> {
  const family = familyId ?? newId()
  if (familyId === undefined) await insertFamily(tx, family, personId)
  const refreshToken = randomToken(32)
  await insertToken(tx, crypto.hashToken(refreshToken), family, new Date(tx.now.getTime() + refreshDays * 86_400_000))
  const { token, expiresAt } = tokens.sign({ countyId: tx.countyId, personId }, tx.now)
  return { accessToken: token, accessExpiresAt: expiresAt.toISOString(), refreshToken, personId, countyId: tx.countyId }
}
