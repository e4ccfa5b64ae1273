import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { listRewardItems, redeemItem, verifyVoucher } from '@sidan/types/rewards'
import { voucherScan } from '@sidan/types/scans'
import { withCheckCharacter } from '@sidan/types/short-codes'
import { newId } from '../../platform/ids.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { post } from '../ledger/post.ts'

let test: TestApp
beforeAll(async () => {
  test = await startTestApp()
  await test.db.inCounty(test.county.countyId, (tx) =>
    post(tx, {
      reason: 'record-points',
      ref: newId(),
      policyVersion: 1,
      happenedAt: tx.now,
      today: '2026-11-24',
      moves: [
        {
          unit: 'points',
          amount: 1000,
          from: { issuer: 'serviceRecords' },
          to: { person: test.county.cast['volunteer'] ?? '', account: 'available' },
          expiresOn: '2028-11-30',
        },
      ],
    }),
  )
})
afterAll(() => test?.close())

const held = async () => {
  const shelf = await test.county.as('volunteer')(listRewardItems)
  const here = shelf.body.items.find((item) => item.pickUpUnitId === test.county.stage.stationId)
  const { body } = await test.county.as('volunteer')(redeemItem, { body: { itemId: here?.itemId } })
  return { code: body.code ?? '', scan: voucherScan(body.secret ?? '') }
}
const verify = (who: string, voucher: string) => test.county.as(who)(verifyVoucher, { body: { voucher } })
/** Well-formed codes that nobody drew. */
const wrong = (number: number) => withCheckCharacter(`ZZZZ${String(number).padStart(2, '0')}`)

describe('guessing voucher codes', () => {
  it('ends after ten wrong codes within ten minutes, also when they are sent at once, with the time to wait', async () => {
    const answers = await Promise.all(Array.from({ length: 14 }, (_, number) => verify('merchant', wrong(number))))
    expect(answers.map(({ code }) => code).sort()).toEqual([
      ...Array.from({ length: 4 }, () => 'too-many-wrong-codes'),
      ...Array.from({ length: 10 }, () => 'voucher-unknown'),
    ])
    const late = await verify('merchant', wrong(99))
    expect([late.status, late.code]).toEqual([429, 'too-many-wrong-codes'])
    expect(late.retryAfterSeconds).toBeGreaterThan(500)
    expect(late.retryAfterSeconds).toBeLessThanOrEqual(600)
  })
  it('then refuses a right code as well, while scanning goes on and the next clerk is free', async () => {
    const voucher = await held()
    expect((await verify('merchant', voucher.code)).code).toBe('too-many-wrong-codes')
    expect((await verify('keeper', wrong(1))).code).toBe('voucher-unknown')
    expect((await verify('merchant', voucher.scan)).status).toBe(200)
  })
  it('counts no right code and no code of another place: a busy shop is never stopped', async () => {
    const voucher = await held()
    expect((await verify('institute', voucher.code)).status).toBe(200)
    for (let again = 0; again < 12; again += 1)
      expect((await verify('institute', voucher.code)).code).toBe('redemption-not-held')
  })
})
