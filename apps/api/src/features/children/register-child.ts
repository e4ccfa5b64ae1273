import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { mayRegister, type Registration } from './rules.ts'
import { type ChildRow, countChildren, insertChild } from './store.ts'

/** A guardian registers a child after reading the notice, with the consents of rule-22. */
export async function registerChild(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  id: string,
  input: Registration & { name: string; ageBand: ChildRow['ageBand']; pickUpNames: string[] },
): Promise<void> {
  const guardian = {
    ageBand: actor.volunteer?.ageBand ?? null,
    children: await countChildren(tx, actor.personId),
  }
  const may = mayRegister(input, guardian)
  if (may !== true) refuse(may)
  const seal = (column: string, words: string) =>
    crypto.seal(words, { countyId: tx.countyId, table: 'children', column, id })
  await insertChild(tx, {
    id,
    guardianId: actor.personId,
    ageBand: input.ageBand,
    noticeVersion: input.noticeVersion,
    nameSealed: seal('name_sealed', input.name),
    pickUpNamesSealed: seal('pick_up_names_sealed', JSON.stringify(input.pickUpNames)),
    healthNoteSealed: input.healthNote === undefined ? null : seal('health_note_sealed', input.healthNote),
  })
}
