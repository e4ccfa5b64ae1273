import type { ConsentGiven } from '@sidan/types/consents'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue } from '../../platform/problem.ts'
import { readNow } from './rules.ts'
import { insertConsents } from './store.ts'

/** Agrees to purposes, each by the notice that was read; for oneself, or as a guardian for a child. */
export async function giveConsents(
  tx: Tx,
  who: { personId: string; byId: string },
  given: readonly ConsentGiven[],
): Promise<void> {
  orRefuseTrue(readNow(given))
  const each = new Map(given.map(({ purpose, noticeVersion }) => [purpose, noticeVersion]))
  await insertConsents(
    tx,
    who.personId,
    who.byId,
    [...each].map(([purpose, noticeVersion]) => ({ purpose, given: true, noticeVersion })),
  )
}
