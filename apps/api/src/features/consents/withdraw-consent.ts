import { type ConsentPurpose, spokenPurposes } from '@sidan/types/consents'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { eraseAffiliation } from '../affiliations/store.ts'
import { emptyProfile, insertConsents } from './store.ts'

/** Withdraws purposes, at once and whatever else is going on (rule-21); what was held for them alone goes. */
export async function withdrawConsents(
  tx: Tx,
  who: { personId: string; byId: string },
  crypto: Crypto,
  purposes: readonly ConsentPurpose[],
): Promise<void> {
  await insertConsents(
    tx,
    who.personId,
    who.byId,
    spokenPurposes
      .filter((purpose) => purposes.includes(purpose))
      .map((purpose) => ({ purpose, given: false, noticeVersion: null })),
  )
  if (purposes.includes('volunteerRecord')) await emptyProfile(tx, who.personId, 'anybody')
  if (purposes.includes('partyMembership')) await eraseAffiliation(tx, crypto, who.personId)
  if (purposes.includes('under14')) await emptyProfile(tx, who.personId, 'child')
}
