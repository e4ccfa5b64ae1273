import type { Tx } from '../../platform/db.ts'
import { tell } from '../notices/tell-person.ts'
import { findOwners } from '../partners/store.ts'
import { issuable } from './rules.ts'
import { issueDue } from './store.ts'

/** Issues the statements of months that are over, once each; their owners are told. Returns how many. */
export async function issueStatements(tx: Tx): Promise<number> {
  const issued = await issueDue(tx, issuable(tx.now))
  for (const { partnerId, partnerName, month } of issued) {
    const owners = await findOwners(tx, partnerId)
    await tell(
      tx,
      owners.map((personId) => ({
        to: { personId },
        kind: 'statement-issued' as const,
        about: partnerName,
        words: month,
      })),
    )
  }
  return issued.length
}
