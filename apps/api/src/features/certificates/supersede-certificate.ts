import { certificateNumberOf } from '@sidan/types/certificates'
import type { Tx } from '../../platform/db.ts'
import { lockEarnedMinutes } from '../ledger/reads.ts'
import { tell } from '../notices/tell-person.ts'
import { findWhoServed, saveSuperseded } from './store.ts'

/**
 * A record is corrected or taken back: certificates made of it no longer say what the records say. Called in that transaction; the lock is the one under
 * which certificates are issued, so that none slips through. Who holds one is told, and may have a new one at once.
 */
export async function supersedeCertificatesOf(tx: Tx, recordId: string): Promise<void> {
  await lockEarnedMinutes(tx, [await findWhoServed(tx, recordId)])
  const ended = await saveSuperseded(tx, recordId)
  await tell(
    tx,
    ended.map(({ personId, code }) => ({
      to: { personId },
      kind: 'certificate-superseded',
      about: certificateNumberOf(tx.countyId, code),
    })),
  )
}
