/** The check itself: an outside effect, so that nobody waits for WeChat while writing, and no lock is held while it is asked. */
import type { WordsKind } from '@sidan/types/word-checks'
import * as z from 'zod/mini'
import type { Crypto } from '../../platform/crypto.ts'
import type { Database } from '../../platform/db.ts'
import type { Effect } from '../../platform/jobs.ts'
import type { Wechat } from '../../platform/wechat/client.ts'
import { type CheckAnswer, weighCheck } from './rules.ts'
import { findWords, saveVerdict, type WordsRow } from './store.ts'

export interface CheckDeps {
  db: Database
  crypto: Crypto
  wechat: Wechat
  /** A demo's people have no openid: the stand-in, which takes any there, checks their words all the same. */
  demo: boolean
}

const Payload = z.object({ checkId: z.uuid() })
const scenes: Record<WordsKind, 'comment' | 'social'> = {
  orderNote: 'social',
  orderResult: 'comment',
  orderRating: 'comment',
  orderReopening: 'comment',
  feedback: 'comment',
  teamWords: 'social',
  teamMessage: 'social',
  activity: 'social',
  shiftReport: 'social',
}

/** Checks words that were written. Repeating it is harmless: only what still waits is decided, and only for the words that were read. */
export const checkWords =
  (deps: CheckDeps): Effect =>
  async ({ countyId, payload, lastAttempt }) => {
    const { checkId } = z.parse(Payload, payload)
    const found = await deps.db.inCounty(countyId, (tx) => findWords(tx, checkId))
    if (found?.state !== 'waiting' || !found.words) return
    const answer = await askWechat(deps, countyId, found, found.words, lastAttempt)
    await deps.db.inCounty(countyId, (tx) => saveVerdict(tx, found, weighCheck(answer)))
  }

async function askWechat(
  { crypto, wechat, demo }: CheckDeps,
  countyId: number,
  { authorId, openidSealed, kind }: WordsRow,
  content: string,
  lastAttempt: boolean,
): Promise<CheckAnswer> {
  const place = { countyId, table: 'people', column: 'openid_sealed', id: authorId }
  const openid = openidSealed ? crypto.open(openidSealed, place) : demo ? `demo-${authorId}` : undefined
  if (openid === undefined) return { ok: false, reason: 'no-openid' }
  const answer = await wechat.msgSecCheck({ openid, scene: scenes[kind], content })
  const passing = !answer.ok && (answer.reason === 'too-often' || answer.reason === 'unavailable')
  if (passing && !lastAttempt) throw new Error(`the check of words is tried again: ${answer.reason}`)
  return answer
}
