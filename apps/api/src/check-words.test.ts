import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { dispatchOrder } from '@sidan/types/dispatch'
import { giveFeedback } from '@sidan/types/feedback'
import { triageOrder } from '@sidan/types/order-moves'
import { getOrder, submitOrder } from '@sidan/types/orders'
import { listHeldWords, reviewWords } from '@sidan/types/word-checks'
import { escalateWords } from './features/word-checks/escalate-words.ts'
import { checkWords } from './features/word-checks/jobs.ts'
import { type Database, openDatabase } from './platform/db.ts'
import { type Effect, startWorker } from './platform/jobs.ts'
import { makeLog } from './platform/log.ts'
import { makeWechat } from './platform/wechat/client.ts'
import { startTestApp, type TestApp } from './testing/test-app.ts'

const risky = '特3456书yuuo莞6543李zxcz蒜7782法fgnv级'
let test: TestApp
let workerDb: Database
let stop: (() => Promise<void>) | undefined
let check: Effect

beforeAll(async () => {
  test = await startTestApp()
  workerDb = openDatabase({ url: test.urls.worker, maxConnections: 2, clock: () => test.clock.now })
  const log = makeLog({ level: 'silent' })
  const wechat = makeWechat({
    baseUrl: test.standIn.url,
    appId: 'app',
    appSecret: 'secret',
    log,
    timeouts: { attemptMs: 1000, firstRetryMs: 5, restMs: 50 },
  })
  check = checkWords({ db: workerDb, crypto: test.crypto, wechat, demo: false })
  stop = await startWorker({
    url: test.urls.worker,
    db: workerDb,
    everyMinute: {},
    everyNight: {},
    effects: { 'check-words': check },
    log,
  })
  for (const who of ['resident', 'neighbour']) await joinWechat(who)
  await wechat.code2Session(test.standIn.issueLoginCode('openid-resident'))
})
afterAll(async () => {
  await stop?.()
  await workerDb?.end()
  await test?.close()
})

/** As after a sign-in from WeChat; only the resident has been there in the last two hours. */
const joinWechat = (who: string) =>
  test.db.inCounty(test.county.countyId, (tx) => {
    const id = test.county.cast[who] ?? ''
    const place = { countyId: tx.countyId, table: 'people', column: 'openid_sealed', id }
    return tx.rows({
      text: 'update people set openid_sealed = $3 where county_id = $1 and id = $2',
      values: [tx.countyId, id, test.crypto.seal(`openid-${who}`, place)],
    })
  })

async function stateOf(subjectId: string) {
  for (let left = 200; left > 0; left -= 1) {
    const [row] = await test.db.inCounty(test.county.countyId, (tx) =>
      tx.rows<{ id: string; state: string; reason: string | null; label: number | null }>({
        text: 'select id, state, hold_reason as reason, label from word_checks where county_id = $1 and subject_id = $2',
        values: [tx.countyId, subjectId],
      }),
    )
    if (row && row.state !== 'waiting') return row
    await wait(50)
  }
  throw new Error('never checked')
}

/** An order with a note, sent to a volunteer. Checks wait while it is made. */
async function orderWith(note: string) {
  const { county } = test
  const [item] = await test.db.inCounty(county.countyId, (tx) =>
    tx.rows<{ id: string; risk_codes: string[] }>({
      text: `select id, risk_codes from catalog_items where place = 'home' and not for_group and required_qualification is null order by sort_no limit 1`,
    }),
  )
  const made = await county.as('resident')(submitOrder, {
    body: {
      itemId: item?.id,
      stationId: county.stage.stationId,
      slot: { day: '2026-11-25', part: 'morning' },
      place: 'home',
      contact: { address: '城畈社区 3 栋', phone: '13800000126' },
      risks: (item?.risk_codes ?? []).map((code) => ({ code, present: false })),
      note,
    },
  })
  const { orderId } = made.body
  const params = { orderId }
  const triaged = await county.as('keeper')(triageOrder, { params, body: { version: 1 } })
  const target = { kind: 'person', personId: county.cast['volunteer'] }
  const sent = await county.as('keeper')(dispatchOrder, { params, body: { version: triaged.body.version, target } })
  expect(sent.status).toBe(200)
  return orderId
}
const noteFor = async (who: string, orderId: string) =>
  (await test.county.as(who)(getOrder, { params: { orderId } })).body.note

describe('rule-44 words that somebody wrote', () => {
  it('are read by others once WeChat has passed them', async () => {
    const orderId = await orderWith('请带上推子')
    expect(await stateOf(orderId)).toMatchObject({ state: 'passed', label: 100 })
    expect(await noteFor('volunteer', orderId)).toBe('请带上推子')
  })

  it('stay with their author and the staff when they are risky, until a person shows them', async () => {
    const orderId = await orderWith(`请带上推子 ${risky}`)
    const check = await stateOf(orderId)
    expect(check).toMatchObject({ state: 'held', reason: 'risky', label: 20006 })
    expect(await noteFor('volunteer', orderId)).toBeNull()
    for (const who of ['resident', 'keeper']) expect(await noteFor(who, orderId)).toContain('推子')

    const { body: list } = await test.county.as('center')(listHeldWords)
    expect(list.items).toContainEqual(
      expect.objectContaining({ checkId: check.id, kind: 'orderNote', reason: 'risky', authorName: '王阿姨' }),
    )
    const params = { checkId: check.id }
    for (const who of ['keeper', 'resident']) {
      expect((await test.county.as(who)(listHeldWords)).code).toBe('not-allowed')
      expect((await test.county.as(who)(reviewWords, { params, body: { show: true } })).code).toBe('not-allowed')
    }
    const twice = await Promise.all(
      [true, false].map((show) => test.county.as('center')(reviewWords, { params, body: { show } })),
    )
    expect(twice.map(({ code }) => code ?? 'ok').sort()).toEqual(['ok', 'words-not-held'])
    const shown = twice.find(({ status }) => status === 200)?.body.shown
    expect(await noteFor('volunteer', orderId)).toBe(shown ? `请带上推子 ${risky}` : null)
  })

  it('wait for a person when WeChat does not know their author, or they never came from WeChat', async () => {
    const body = { words: '路灯坏了' }
    const unknown = await test.county.as('neighbour')(giveFeedback, { body })
    expect(await stateOf(unknown.body.feedbackId)).toMatchObject({ state: 'held', reason: 'no-openid' })
    const noOpenid = await test.county.as('volunteer')(giveFeedback, { body })
    expect(await stateOf(noOpenid.body.feedbackId)).toMatchObject({ state: 'held', reason: 'no-openid' })
  })

  it('are checked after all when WeChat fails for a moment', async () => {
    test.standIn.fail('msgSecCheck', { status: 502 }, 4)
    const { body } = await test.county.as('resident')(giveFeedback, { body: { words: '谢谢大家' } })
    expect(await stateOf(body.feedbackId)).toMatchObject({ state: 'passed' })
  })

  it('wait for a person when WeChat fails for good', async () => {
    await stop?.()
    stop = undefined
    const { body } = await test.county.as('resident')(giveFeedback, { body: { words: '再谢一次' } })
    const { countyId } = test.county
    const [row] = await test.db.inCounty(countyId, (tx) =>
      tx.rows<{ id: string }>({
        text: 'select id from word_checks where county_id = $1 and subject_id = $2',
        values: [countyId, body.feedbackId],
      }),
    )
    test.standIn.fail('msgSecCheck', { status: 502 }, 20)
    const attempt = (lastAttempt: boolean) => check({ countyId, payload: { checkId: row?.id }, lastAttempt })
    await expect(attempt(false)).rejects.toThrow('tried again')
    await attempt(true)
    expect(await stateOf(body.feedbackId)).toMatchObject({ state: 'held', reason: 'unavailable' })
  })

  it('wait for a person when their check was lost', async () => {
    const { body } = await test.county.as('resident')(giveFeedback, { body: { words: '没人查' } })
    const later = openDatabase({
      url: test.urls.worker,
      maxConnections: 1,
      clock: () => new Date(test.clock.now.getTime() + 15 * 60_000 + 1),
    })
    expect(await workerDb.inCounty(test.county.countyId, escalateWords)).toBe(0)
    expect(await later.inCounty(test.county.countyId, escalateWords)).toBe(1)
    await later.end()
    expect(await stateOf(body.feedbackId)).toMatchObject({ state: 'held', reason: 'unavailable' })
  })

  it('are not there for a check when the transaction that wrote them was refused', async () => {
    const count = () =>
      test.db.inCounty(test.county.countyId, async (tx) => {
        const [row] = await tx.rows<{ rows: number }>({ text: 'select count(*)::int as rows from word_checks' })
        return row?.rows
      })
    const before = await count()
    const unitId = '00000000-0000-7000-8000-000000000000'
    expect((await test.county.as('resident')(giveFeedback, { body: { words: '没有这个站', unitId } })).code).toBe(
      'not-found',
    )
    expect(await count()).toBe(before)
  })
})
