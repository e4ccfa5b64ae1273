import { civilDay, yearSpan } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { post } from '../ledger/post.ts'
import { policyOf } from '../policy/reads.ts'
import { lockRecord } from '../records/store.ts'
import type { Actor } from '../roles/rules.ts'
import { maySave } from './rules.ts'
import { countSaved, findSaved, lockCredit } from './store.ts'

/** 存时间: the minutes of an approved record of one's own become time credit, once for its chain of versions; the minutes themselves stay what they are. */
export async function saveTime(tx: Tx, actor: Actor, recordId: string): Promise<void> {
  const { timeBank } = await policyOf(tx, actor.policyVersion)
  if (timeBank === null) return refuse('time-bank-off')
  const { record } = await lockRecord(tx, recordId)
  if (record.personId !== actor.personId) return refuse('not-found')
  // Their accounts are locked before the year is counted: of two saved at the same moment the later one counts the earlier one.
  await lockCredit(tx, actor.personId)
  const { from, to } = yearSpan(tx.now)
  const savableMinutes = timeBank.capMinutesPerYear - (await countSaved(tx, actor.personId, from, to))
  const minutes = record.clockedMinutes + record.declaredMinutes
  orRefuseTrue(maySave({ ...record, minutes }, { ...(await findSaved(tx, record)), savableMinutes }))
  await post(tx, {
    reason: 'credit-save',
    ref: record.chainId,
    policyVersion: actor.policyVersion,
    happenedAt: record.startedAt,
    today: civilDay(tx.now),
    moves: [
      {
        unit: 'timeCredit',
        amount: minutes,
        from: { issuer: 'timeBank' },
        to: { person: actor.personId, account: 'timeCredit' },
      },
    ],
  })
}
