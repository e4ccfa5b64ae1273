import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { writeAudits } from '../audit/write-audit.ts'
import { type ChildAnswer, shown } from './reads.ts'
import { findChildrenById } from './store.ts'

/** Writes down that somebody looks at these children (rule-22), child by child. */
export async function writeLooks(tx: Tx, actorId: string, childIds: string[]): Promise<void> {
  if (childIds.length > 0)
    await writeAudits(tx, { actorId, action: 'look-at-child', subjectKind: 'child', subjectIds: childIds })
}

/** Children opened, those removed meanwhile left out: who may see them is decided, and the look written down, by the caller. */
export async function openChildren(tx: Tx, crypto: Crypto, childIds: string[]): Promise<ChildAnswer[]> {
  if (childIds.length === 0) return []
  return (await findChildrenById(tx, childIds)).map((row) => shown(tx, crypto, row))
}

/** Children as whoever runs what they are signed up for sees them; who may see whom is decided before. Every look is written down. */
export async function childrenForStaff(
  tx: Tx,
  crypto: Crypto,
  actorId: string,
  childIds: string[],
): Promise<ChildAnswer[]> {
  const children = await openChildren(tx, crypto, childIds)
  await writeLooks(
    tx,
    actorId,
    children.map(({ childId }) => childId),
  )
  return children
}
