import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { type ChildRow, updateChild } from './store.ts'

export interface Correction {
  name?: string | undefined
  ageBand?: ChildRow['ageBand'] | undefined
  pickUpNames?: string[] | undefined
  healthNote?: string | null | undefined
  agreesToHealth?: boolean | undefined
}

/** A guardian corrects what is known of their child; a new health note needs its consent again (rule-22). */
export async function correctChild(tx: Tx, actor: Actor, crypto: Crypto, id: string, input: Correction): Promise<void> {
  const seal = (column: string, words: string | null | undefined) =>
    words === undefined || words === null
      ? null
      : crypto.seal(words, { countyId: tx.countyId, table: 'children', column, id })
  const names = input.pickUpNames === undefined ? undefined : JSON.stringify(input.pickUpNames)
  const found = await updateChild(tx, actor.personId, id, {
    ageBand: input.ageBand ?? null,
    nameSealed: seal('name_sealed', input.name),
    pickUpNamesSealed: seal('pick_up_names_sealed', names),
    healthNoteSealed: seal('health_note_sealed', input.healthNote),
    changesHealth: input.healthNote !== undefined,
  })
  if (!found) refuse('not-found')
  if (typeof input.healthNote === 'string' && input.agreesToHealth !== true) refuse('child-consent-needed')
}
