import type { listMyChildren, registerChild } from '@sidan/types/children'
import type { AnswerOf } from '@sidan/types/endpoint'
import * as z from 'zod/mini'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { shortCodeOf } from '../../platform/short-code.ts'
import type { Actor } from '../roles/rules.ts'
import { type ChildRow, findChildren } from './store.ts'

export type ChildAnswer = AnswerOf<typeof registerChild>

const Names = z.array(z.string())

/** A child with everything opened: for its guardian, and for whoever may see it. */
export function shown(tx: Tx, crypto: Crypto, row: ChildRow): ChildAnswer {
  const open = (column: string, sealed: Buffer) =>
    crypto.open(sealed, { countyId: tx.countyId, table: 'children', column, id: row.id })
  return {
    childId: row.id,
    name: open('name_sealed', row.nameSealed),
    ageBand: row.ageBand,
    healthNote: row.healthNoteSealed === null ? null : open('health_note_sealed', row.healthNoteSealed),
    pickUpNames: Names.parse(JSON.parse(open('pick_up_names_sealed', row.pickUpNamesSealed))),
    pickUpCode: shortCodeOf(crypto.deriveSecret('pick-up-code', `${row.id} ${row.pickUpCodeNo}`), 6),
    registeredAt: row.registeredAt.toISOString(),
  }
}

/** A guardian's own children. */
export async function readMyChildren(tx: Tx, actor: Actor, crypto: Crypto): Promise<AnswerOf<typeof listMyChildren>> {
  return { items: (await findChildren(tx, actor.personId)).map((row) => shown(tx, crypto, row)) }
}

/** A child of one's own. */
export async function readMyChild(tx: Tx, actor: Actor, crypto: Crypto, id: string): Promise<ChildAnswer> {
  const row = (await findChildren(tx, actor.personId)).find((one) => one.id === id)
  return row ? shown(tx, crypto, row) : refuse('not-found')
}

/** The names of a guardian's own children, where any of these rows is about a child. */
export async function namesOfChildren(
  tx: Tx,
  guardian: { personId: string },
  crypto: Crypto,
  rows: readonly { childId: string | null }[],
): Promise<Map<string | null, string>> {
  if (rows.every(({ childId }) => childId === null)) return new Map()
  const children = (await findChildren(tx, guardian.personId)).map((row) => shown(tx, crypto, row))
  return new Map(children.map(({ childId, name }) => [childId, name]))
}
