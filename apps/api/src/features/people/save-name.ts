import { type CallWord, displayNameOf } from '@sidan/types/names'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { searchKeys, soundOf } from '../../platform/pinyin.ts'
import type { Actor } from '../roles/rules.ts'
import { updateName } from './store.ts'

/** Corrects a person's own name: the full one sealed, surname and word for others (rule-27), and the keys it is found by. */
export async function saveName(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  input: { name: string; word: CallWord },
): Promise<void> {
  const displayName = displayNameOf(input.name, input.word)
  const place = { countyId: tx.countyId, table: 'people', column: 'name_sealed', id: actor.personId }
  await updateName(tx, actor.personId, {
    displayName,
    namePinyin: soundOf(displayName),
    nameSearch: searchKeys(displayName, input.name),
    nameSealed: crypto.seal(input.name, place),
  })
}
