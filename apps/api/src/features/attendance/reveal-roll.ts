import type { AnswerOf } from '@sidan/types/endpoint'
import type { getRoll } from '@sidan/types/signups'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { childrenForStaff } from '../children/reveal-children.ts'
import type { Actor } from '../roles/rules.ts'
import { readRoll } from './reads.ts'

/** The roll with the names of the children on it: for whoever runs the shift alone, and every look at a child is written down (rule-22). */
export async function revealRoll(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  shiftId: string,
): Promise<AnswerOf<typeof getRoll>> {
  const { attendees, ...roll } = await readRoll(tx, actor, crypto, shiftId)
  const childIds = attendees.flatMap(({ childId }) => childId ?? [])
  const children = childIds.length === 0 ? [] : await childrenForStaff(tx, crypto, actor.personId, childIds)
  const names = new Map<string | null, string>(children.map(({ childId, name }) => [childId, name]))
  return {
    ...roll,
    attendees: attendees.map(({ childId, ...one }) => ({ ...one, childName: names.get(childId) ?? null })),
  }
}
