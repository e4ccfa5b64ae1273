import type { AnswerOf } from '@sidan/types/endpoint'
import type { getRoll } from '@sidan/types/signups'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { openChildren, writeLooks } from '../children/reveal-children.ts'
import type { Actor } from '../roles/rules.ts'
import { readRoll } from './reads.ts'
import { findChildIds } from './store.ts'

type Roll = AnswerOf<typeof getRoll>

type Found = Awaited<ReturnType<typeof readRoll>>

const childrenOf = ({ attendees }: Found): string[] => attendees.flatMap(({ childId }) => childId ?? [])

/** Writes down that this person looks at the children on a roll (rule-22): once for a deed and what it shows, however often the phone asks again. */
export async function writeLooksAtRoll(tx: Tx, actor: Actor, shiftId: string): Promise<void> {
  await writeLooks(tx, actor.personId, await findChildIds(tx, shiftId))
}

async function withNames(tx: Tx, crypto: Crypto, found: Found): Promise<Roll> {
  const children = await openChildren(tx, crypto, childrenOf(found))
  const names = new Map<string | null, string>(children.map(({ childId, name }) => [childId, name]))
  return {
    ...found,
    attendees: found.attendees.map(({ childId, ...one }) => ({ ...one, childName: names.get(childId) ?? null })),
  }
}

/** The roll with the names of the children on it, for whoever runs the shift; the look is written down beside the deed that shows it. */
export const showRoll = async (tx: Tx, actor: Actor, crypto: Crypto, shiftId: string): Promise<Roll> =>
  withNames(tx, crypto, await readRoll(tx, actor, crypto, shiftId))

/** The roll to look at: every look at a child is written down (rule-22). */
export async function revealRoll(tx: Tx, actor: Actor, crypto: Crypto, shiftId: string): Promise<Roll> {
  const found = await readRoll(tx, actor, crypto, shiftId)
  await writeLooks(tx, actor.personId, childrenOf(found))
  return withNames(tx, crypto, found)
}
