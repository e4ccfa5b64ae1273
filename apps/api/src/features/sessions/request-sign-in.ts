import { timingSafeEqual } from 'node:crypto'
import type { AnswerOf } from '@sidan/types/endpoint'
import { readScan } from '@sidan/types/scans'
import type { claimSignIn as claimEndpoint, requestSignIn as requestEndpoint } from '@sidan/types/sessions'
import { parseShortCode } from '@sidan/types/short-codes'
import { randomToken } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { refuse } from '../../platform/problem.ts'
import { makeShortCode } from '../../platform/short-code.ts'
import type { Actor } from '../roles/rules.ts'
import { issueTokens, type Keys } from './issue-tokens.ts'
import { signInRequestMs } from './rules.ts'
import { insertSignIn, lockSignIn, lockSignInByCode, saveClaimed, saveConfirmed } from './store.ts'

/** 扫码登录, the browser's side: a short code to show and a secret to keep. */
export async function requestSignIn(tx: Tx, { crypto }: Keys): Promise<AnswerOf<typeof requestEndpoint>> {
  const row = { id: newId(), shortCode: makeShortCode(6), expiresAt: new Date(tx.now.getTime() + signInRequestMs) }
  const browserSecret = randomToken(32)
  await insertSignIn(tx, { ...row, browserSecretHash: crypto.hashToken(browserSecret) })
  return { requestId: row.id, shortCode: row.shortCode, browserSecret, expiresAt: row.expiresAt.toISOString() }
}

/** The mini-program's side: whoever is signed in there confirms. Returns the request's id. */
export async function confirmSignIn(tx: Tx, actor: Actor, scanned: string): Promise<string> {
  const scan = readScan(scanned)
  const code = parseShortCode(scan?.kind === 'signIn' ? scan.code : scanned)
  const request = code === null ? undefined : await lockSignInByCode(tx, code)
  if (!request) return refuse('not-found')
  if (request.expiresAt <= tx.now || (request.confirmedById !== null && request.confirmedById !== actor.personId)) {
    return refuse('sign-in-request-expired')
  }
  await saveConfirmed(tx, request.id, actor.personId)
  return request.id
}

/** The browser asks whether somebody confirmed; once, and only with its secret, it gets tokens. */
export async function claimSignIn(
  tx: Tx,
  keys: Keys,
  requestId: string,
  browserSecret: string,
): Promise<AnswerOf<typeof claimEndpoint>> {
  const request = await lockSignIn(tx, requestId)
  if (!request) return refuse('not-found')
  if (!timingSafeEqual(request.browserSecretHash, keys.crypto.hashToken(browserSecret)))
    refuse('sign-in-request-not-yours')
  if (request.claimedAt !== null || request.expiresAt <= tx.now) refuse('sign-in-request-expired')
  if (request.confirmedById === null) return { state: 'waiting' }
  await saveClaimed(tx, request.id)
  return { state: 'confirmed', tokens: await issueTokens(tx, keys, request.confirmedById) }
}
