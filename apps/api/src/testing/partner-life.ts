/** What a partner of the reward store sees in a month: handed out, brought back, and settled. */
import { answerStatement, confirmStatement, disputeStatement, listStatements } from '@sidan/types/partner-statements'
import { returnVoucher } from '@sidan/types/voucher-returns'
import { issueStatements } from '../features/partner-statements/issue-statements.ts'
import { handedOver, offered, partnered } from './partners.ts'
import type { World } from './world.ts'

const day = 86_400_000

/** The volunteer has points for two things. The statement is issued after the month, objected to, answered and confirmed. */
export async function dealings(w: World): Promise<void> {
  const { partnerId } = await partnered(w)
  const { itemId } = await offered(w, partnerId, { pricePoints: 5 })
  await handedOver(w, itemId)
  const { redemptionId } = await handedOver(w, itemId)
  w.minutesLater(30)
  await w.done('keeper', returnVoucher, { params: { redemptionId }, body: { words: '馊了', piece: 'writtenOff' } })
  const { clock } = w.test
  const now = clock.now
  clock.now = new Date(now.getTime() + 32 * day)
  await w.test.db.inCounty(w.county.countyId, issueStatements)
  const { items } = await w.done('shopOwner', listStatements, { params: { partnerId } })
  const on = { params: { statementId: items[0]?.statementId ?? '' } }
  await w.done('shopOwner', disputeStatement, { ...on, body: { words: '少一份' } })
  await w.done('keeper', answerStatement, { ...on, body: { words: '补上', adjustmentFen: 400 } })
  await w.done('shopOwner', confirmStatement, on)
  clock.now = now
}
