import type { AnswerOf } from '@sidan/types/endpoint'
import type { signInWithWechat } from '@sidan/types/sessions'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { refuse } from '../../platform/problem.ts'
import { issueTokens, type Keys } from './issue-tokens.ts'
import { findOrMakePerson } from './store.ts'

/** Signs in whom WeChat named; the first time makes the person. A closed account stays closed. */
export async function openSession(tx: Tx, keys: Keys, openid: string): Promise<AnswerOf<typeof signInWithWechat>> {
  const { crypto } = keys
  const id = newId()
  const place = { countyId: tx.countyId, table: 'people', column: 'openid_sealed', id }
  const personId = await findOrMakePerson(tx, {
    id,
    displayName: '新朋友',
    openidIndex: crypto.blindIndex(tx.countyId, 'openid', openid),
    openidSealed: crypto.seal(openid, place),
  })
  return personId === undefined ? refuse('wechat-code-refused') : issueTokens(tx, keys, personId)
}
