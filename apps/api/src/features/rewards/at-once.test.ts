/** Many at the shelf, and many scanners of one voucher, at the same moment. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { momentOf } from '@sidan/types/civil'
import { getBalances } from '@sidan/types/ledger'
import { type Redemption, redeemItem, verifyVoucher } from '@sidan/types/rewards'
import { voucherScan } from '@sidan/types/scans'
import { newId } from '../../platform/ids.ts'
import { attending, type Someone } from '../../testing/attending.ts'
import type { Answer } from '../../testing/call-endpoint.ts'
import { run } from '../../testing/papers.ts'
import { shelved } from '../../testing/shelf.ts'
import { isLong } from '../../testing/size.ts'
import { closeSwept } from '../../testing/swept.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
/** Whatever happened, the books add up. */
afterAll(() => closeSwept(test))

/** $1 the county, $2 people, $3 their records, $4 when they served. */
const servedSql = (enteredBy = '', decidedBy = '') => [
  `insert into people (county_id, id, display_name, name_pinyin, remembered_risks, created_at)
    select $1, person_id, '小周', 'zhou', '{}', $4::timestamptz from unnest($2::uuid[], $3::uuid[]) as s (person_id, record_id)`,
  `insert into service_records (county_id, id, chain_id, version, source, entered_by_id, person_id, institute_id, station_id, platform_code, state,
      service_day, started_at, ended_at, clocked_minutes, declared_minutes, grade, checked_out, service_nature, policy_version, decided_by_id, decided_at, created_at)
    select $1, record_id, record_id, 1, 'manual', '${enteredBy}', person_id, i.institute_id, i.id, 'culture', 'approved',
      $4::timestamptz::date, $4, $4::timestamptz + interval '1 hour', 0, 60, 'C', 'byHand', 'voluntary', 1, '${decidedBy}', $4, $4
    from unnest($2::uuid[], $3::uuid[]) as s (person_id, record_id), (select * from units where county_id = $1 and tier = 'station' order by id limit 1) i`,
  ...[
    ['record-minutes', 'minutes', 60, 'earnedMinutes'],
    ['record-points', 'points', 10, 'available'],
  ].map(
    ([reason, unit, amount, account]) =>
      `select count(post_transfer($1, gen_random_uuid(), '${reason}', record_id, 1, $4::timestamptz, $4, $4::timestamptz::date, null, jsonb_build_array(jsonb_build_object(
        'unit', '${unit}', 'amount', ${amount}, 'from', '{"issuer": "serviceRecords"}'::jsonb, 'to', jsonb_build_object('person', person_id, 'account', '${account}'),
        'expiresOn', '2028-11-30')))) from unnest($2::uuid[], $3::uuid[]) as s (person_id, record_id)`,
  ),
]

/** So many people who each served an hour that was entered by hand and approved: ten points. */
async function served(count: number): Promise<Someone[]> {
  const [personIds, recordIds] = [1, 2].map(() => Array.from({ length: count }, newId)) as [string[], string[]]
  const { keeper, center } = w.county.cast
  const at = new Date(test.clock.now.getTime() - 86_400_000)
  await test.db.inCounty(w.county.countyId, async (tx) => {
    for (const text of servedSql(keeper, center))
      await tx.rows({ text, values: [tx.countyId, personIds, recordIds, at] })
  })
  return personIds.map(attending(w).someone)
}

const counted = (answers: { code: string | undefined }[]) => {
  const times: Record<string, number> = {}
  for (const { code = 'done' } of answers) times[code] = (times[code] ?? 0) + 1
  return times
}

/** Told that it is busy for a moment, they try again as a phone does. */
const redeem =
  (itemId: string) =>
  async (who: Someone): Promise<Answer<Redemption>> => {
    const answer = await who.ask(redeemItem, { body: { itemId } })
    return answer.code === 'try-again' ? redeem(itemId)(who) : answer
  }

/** A rush at 08:00. */
const [asking, things] = isLong ? [1000, 100] : [200, 20]

it(`gives ${things} things to ${things} of ${asking} people who ask at the same moment, and tells the others that none is left`, async () => {
  const itemId = await w.reward('爱心早餐一份')
  await w.stocked(itemId, things)
  const people = await served(asking)
  expect(counted(await Promise.all(people.map(redeem(itemId))))).toEqual({
    done: things,
    'out-of-stock': asking - things,
  })
  const [stands] = await run(
    w,
    `select i.stock_count as stock, i.held_count as held, count(distinct r.person_id)::int as people, count(distinct r.code)::int as vouchers
      from reward_items i join redemptions r on r.county_id = i.county_id and r.item_id = i.id and r.state = 'held'
      where i.county_id = $1 and i.id = $2 group by 1, 2`,
    itemId,
  )
  expect(stands).toEqual({ stock: 0, held: things, people: things, vouchers: things })
  // Nobody who was told that none is left paid for it.
  const [paid] = await run(
    w,
    `select count(*) filter (where balance = 0)::int as spent, count(*) filter (where balance = 10)::int as kept
      from accounts where county_id = $1 and code = 'available' and person_id = any ($2::uuid[])`,
    people.map(({ personId }) => personId),
  )
  expect(paid).toEqual({ spent: things, kept: asking - things })
})

it(`opens for everybody at its moment by the server’s clock: nothing of ${things / 2} before, all of them then, to one each`, async () => {
  const opensAt = momentOf(w.day(1), '08:00')
  const limit = { perPerson: 1, days: 1 }
  const { itemId } = await shelved(w, { opensAt: opensAt.toISOString(), stockCount: things / 2, limit, pricePoints: 5 })
  test.clock.now = opensAt
  const people = await served(asking / 2)
  test.clock.now = new Date(opensAt.getTime() - 1)
  expect(counted(await Promise.all(people.map(redeem(itemId))))).toEqual({ 'not-open-yet': asking / 2 })
  test.clock.now = opensAt
  // Everybody presses twice, and has points for two.
  const answers = counted(await Promise.all([...people, ...people].map(redeem(itemId))))
  expect(answers['done']).toBe(things / 2)
  expect(Object.keys(answers).every((code) => ['done', 'out-of-stock', 'over-item-limit'].includes(code))).toBe(true)
  const [stands] = await run(
    w,
    `select i.stock_count as stock, i.held_count as held, count(distinct r.person_id)::int as people
      from reward_items i join redemptions r on r.county_id = i.county_id and r.item_id = i.id and r.state = 'held'
      where i.county_id = $1 and i.id = $2 group by 1, 2`,
    itemId,
  )
  expect(stands).toEqual({ stock: 0, held: things / 2, people: things / 2 })
})

it('hands a voucher out once when 64 scan it at the same moment, and tells 63 that it is used', async () => {
  await w.approved(120)
  const { code, secret } = await w.done('volunteer', redeemItem, { body: { itemId: await w.reward('毛巾一条') } })
  const scanners = Array.from({ length: 64 }, (_, no) => {
    const who = ['merchant', 'keeper', 'institute', 'center'][no % 4] ?? ''
    return w.county.as(who)(verifyVoucher, { body: { voucher: no % 8 < 4 ? voucherScan(secret ?? '') : (code ?? '') } })
  })
  expect(counted(await Promise.all(scanners))).toEqual({ done: 1, 'redemption-not-held': 63 })
  const { availablePoints, heldPoints } = await w.done('volunteer', getBalances)
  expect([availablePoints, heldPoints]).toEqual([0, 0])
  const captures = await run(w, `select 1 from transfers where county_id = $1 and reason = 'redemption-capture'`)
  expect(captures).toHaveLength(1)
})
