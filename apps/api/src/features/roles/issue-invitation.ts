import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { refuse } from '../../platform/problem.ts'
import { makeShortCode } from '../../platform/short-code.ts'
import { invitationDays } from './rules.ts'
import { findCenter, insertInvitation } from './store.ts'

export interface IssuedInvitation {
  /** Shown once; only its hash is kept. */
  code: string
  expiresAt: Date
}

/** Issues the one-time code with which somebody becomes the county's keeper; one issued before and not used is over. */
export async function issueInvitation(tx: Tx, crypto: Crypto, displayName: string): Promise<IssuedInvitation> {
  const unitId = (await findCenter(tx)) ?? refuse('not-found')
  const code = makeShortCode(12)
  const expiresAt = new Date(tx.now.getTime() + invitationDays * 86_400_000)
  await insertInvitation(tx, {
    id: newId(),
    codeHash: crypto.hashToken(code),
    role: 'countyKeeper',
    unitId,
    displayName,
    expiresAt,
  })
  return { code, expiresAt }
}
