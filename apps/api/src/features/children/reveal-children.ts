import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { writeAudits } from '../audit/write-audit.ts'
import { type ChildAnswer, shown } from './reads.ts'
import { findChildrenById } from './store.ts'

/**
 * Children as whoever runs what they are signed up for sees them; who may see whom is decided before. Every look is written down, child by child.
 * Those removed meanwhile are left out.
 */
export async function childrenForStaff(
  tx: Tx,
  crypto: Crypto,
  actorId: string,
  childIds: string[],
): Promise<ChildAnswer[]> {
  const rows = await findChildrenById(tx, childIds)
  const subjectIds = rows.map(({ id }) => id)
  await writeAudits(tx, { actorId, action: 'look-at-child', subjectKind: 'child', subjectIds })
  return rows.map((row) => shown(tx, crypto, row))
}
