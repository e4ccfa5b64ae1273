/** Replays the worked example of docs/ledger.md: the page shows what the ledger holds afterwards, line by line. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { cancelRedemption, redeemItem, verifyVoucher } from '@sidan/types/rewards'
import { rootFolder } from '../../env.ts'
import { approve, rate, served } from '../../testing/county-life.ts'
import { run } from '../../testing/papers.ts'
import { startTestApp } from '../../testing/test-app.ts'
import { makeWorld } from '../../testing/world.ts'

interface Line {
  reason: string
  side: string
  lot: string
  amount: number
  balance: number | null
}

const linesSql = `select t.reason, coalesce(a.code, e.issuer) as side, coalesce('until ' || l.expires_on, '') as lot, e.amount, e.balance_after as balance
  from transfers t
  join entries e on e.county_id = t.county_id and e.transfer_id = t.id
  left join accounts a on a.county_id = e.county_id and a.id = e.account_id
  left join lots l on l.county_id = e.county_id and l.id = e.lot_id
  where t.county_id = $1 order by t.recorded_at, t.reason, e.line`

it('the worked example of docs/ledger.md is what the ledger holds when it is played', async () => {
  const test = await startTestApp({ twoCounties: true })
  const w = await makeWorld(test)
  try {
    const { orderId, recordId } = await served(w, w.accepted, 90)
    await approve(w, recordId)
    w.minutesLater(9500)
    await rate(w, orderId)
    const itemId = await w.reward('毛巾一条')
    const exchange = async () => {
      w.minutesLater(1)
      return w.done('volunteer', redeemItem, { body: { itemId } })
    }
    const { redemptionId } = await exchange()
    w.minutesLater(1)
    await w.done('volunteer', cancelRedemption, { params: { redemptionId } })
    const { code } = await exchange()
    w.minutesLater(1)
    await w.done('merchant', verifyVoucher, { body: { voucher: code ?? '' } })

    const lines = (await run(w, linesSql)) as Line[]
    const table = lines.map(
      ({ reason, side, lot, amount, balance }) =>
        `| \`${reason}\` | ${side} | ${lot} | ${amount > 0 ? '+' : '−'}${Math.abs(amount)} | ${balance ?? ''} |`,
    )
    const page = readFileSync(join(rootFolder, 'docs/ledger.md'), 'utf8')
    expect(page.split('\n').filter((line) => line.startsWith('| `'))).toEqual(table)
  } finally {
    await test.close()
  }
})
