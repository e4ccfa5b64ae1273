import type { Tx } from '../../platform/db.ts'
import { tell } from '../notices/tell-person.ts'
import { issuable } from './rules.ts'
import { issueDue } from './store.ts'

/** Issues the statements of months that are over, once each; their owners are told. Returns how many. */
export async function issueStatements(tx: Tx): Promise<number> {
  const issued = await issueDue(tx, issuable(tx.now))
  await tell(
    tx,
    issued.flatMap(({ ownerIds, partnerName, month }) =>
      ownerIds.map((personId) => ({
        ...{ to: { personId }, kind: 'statement-issued' as const },
        ...{ about: partnerName, words: month },
      })),
    ),
  )
  return issued.length
}
