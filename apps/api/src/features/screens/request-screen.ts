import type { AnswerOf } from '@sidan/types/endpoint'
import type { requestScreen as requestEndpoint } from '@sidan/types/screens'
import { type Crypto, randomToken } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { makeShortCode } from '../../platform/short-code.ts'
import { requestMs } from './rules.ts'
import { insertRequest } from './store.ts'

/** A device asks to become a screen: a code to show, and a token that it keeps. The token is the screen's once a keeper typed the code. */
export async function requestScreen(tx: Tx, crypto: Crypto): Promise<AnswerOf<typeof requestEndpoint>> {
  const shortCode = makeShortCode(8)
  const token = randomToken(32)
  const expiresAt = new Date(tx.now.getTime() + requestMs)
  await insertRequest(tx, {
    id: newId(),
    codeHash: crypto.hashToken(shortCode),
    tokenHash: crypto.hashToken(token),
    expiresAt,
  })
  return { shortCode, token, expiresAt: expiresAt.toISOString() }
}
