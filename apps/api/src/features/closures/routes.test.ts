import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getMyClock } from '@sidan/types/clock'
import { saveConsent } from '@sidan/types/consents'
import { dispatchOrder } from '@sidan/types/dispatch'
import type { Endpoint } from '@sidan/types/endpoint'
import { answerFeedback, giveFeedback, listFeedback } from '@sidan/types/feedback'
import { closeAccount, exportMyData, getMyData } from '@sidan/types/my-data'
import { listNotices } from '@sidan/types/notices'
import * as moves from '@sidan/types/order-moves'
import { getOrder, type Order } from '@sidan/types/orders'
import { findPeople, getMe, saveContact, saveName } from '@sidan/types/people'
import { approveRecord } from '@sidan/types/records'
import { refreshSession } from '@sidan/types/sessions'
import { getTeam } from '@sidan/types/teams'
import { registerVolunteer } from '@sidan/types/volunteers'
import pg from 'pg'
import { newId } from '../../platform/ids.ts'
import { signedInByWechat } from '../../testing/people.ts'
import { newcomer, registration } from '../../testing/promises/oneself-requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type Standing, type World } from '../../testing/world.ts'
import { neutralName, whenLeaving } from './rules.ts'

let test: TestApp
let w: World
let admin: pg.Client

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
  admin = new pg.Client({ connectionString: test.adminUrl })
  await admin.connect()
})
afterAll(async () => {
  await admin?.end()
  await test?.close()
})

const close = (who: string, key = newId()) => w.county.as(who)(closeAccount, { body: { understood: true }, key })
const rows = async (sql: string, ...values: unknown[]) => (await admin.query(sql, values)).rows
const id = (who: string) => w.county.cast[who] ?? ''
const state = async (who: string, orderId: string) => (await w.done(who, getOrder, { params: { orderId } })).state

const move = (as: string, endpoint: Endpoint, { orderId, version }: Standing, body: object = {}) =>
  w.done(as, endpoint, { params: { orderId }, body: { version, ...body } }) as Promise<Order>
/** An order of somebody's that the volunteer has done. */
const servedFor = async (who: string, own: object, note: string) => {
  const triaged = await w.triagedBy('keeper', await w.submitted(who, own))
  const sent = await move('keeper', dispatchOrder, triaged, { target: w.toPerson('volunteer') })
  return move('volunteer', moves.fulfillOrder, await move('volunteer', moves.acceptOrder, sent), { note })
}
/** Ends the services that somebody has checked out of and not reported yet. */
const finished = async (who: string) => {
  for (const order of await rows(
    `select id as "orderId", version from orders where assignee_id = $1 and state = 'inService'`,
    id(who),
  ))
    await move(who, moves.fulfillOrder, order)
}

/** Everything the database holds, table by table, as text: bytes as hex, JSON as JSON, and the queue with it. */
async function everything(): Promise<Map<string, string>> {
  const tables = await rows(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname in ('public', 'graphile_worker', 'limits') order by 1`,
  )
  const held = new Map<string, string>()
  for (const { name } of tables) {
    const [row] = await rows(`select coalesce(string_agg(t::text, chr(10)), '') as text from ${name} t`)
    held.set(name, row.text)
  }
  return held
}
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe('rule-26 closing', () => {
  // Every place where somebody leaves a word or a number of theirs.
  const said = {
    name: '诸葛𠮷祥',
    shown: '诸葛师傅',
    sound: 'zhugejixiang',
    address: '解放路 77 号 3 单元 909',
    phone: '13987654321',
    national: 'WH77665544',
    note: '门口有块青石板',
    rating: '剪得真利落哟',
    reopening: '后脑勺还差一点',
    result: '头发剪成了板寸',
    feedback: '楼梯扶手晃得厉害',
    answered: '活动室空调太冷了',
    openid: 'openid-of-the-one-who-leaves',
  }
  let who: string

  beforeAll(async () => {
    const { personId } = await signedInByWechat(w, said.openid)
    who = await newcomer(w)
    w.county.cast[who] = personId
    const own = { itemId: w.item('上门理发'), contact: { address: said.address, phone: said.phone }, note: said.note }
    await w.done(who, saveContact, {
      body: { address: said.address, phone: said.phone, homeStationId: w.county.stage.stationId },
    })
    await w.done(who, saveName, { body: { name: said.name, word: 'master' } })
    await w.done(who, registerVolunteer, {
      body: registration(w, { nationalNo: said.national, ageBand: 'from18', skills: [] }),
    })
    await w.done(who, saveConsent, { body: { purpose: 'publicName', given: true, noticeVersion: 1 } })
    await w.submitted(who, own)
    await move(who, moves.rateOrder, await servedFor(who, own, said.result), { stars: 5, words: said.rating })
    await move(who, moves.reopenOrder, await servedFor(who, own, said.result), { words: said.reopening })
    await w.done(who, giveFeedback, { body: { words: said.feedback } })
    const { feedbackId } = await w.done(who, giveFeedback, { body: { words: said.answered } })
    await w.done('keeper', answerFeedback, { params: { feedbackId }, body: { answer: `${said.shown}，已经调好了` } })
  })

  it('leaves nothing in the whole database of what the person said, or of any number of theirs', async () => {
    const before = await everything()
    const words = Object.values(said).filter((word) => word !== said.openid)
    const sealed = new Set([said.name, said.address, said.phone, said.national])
    for (const word of words.filter((one) => !sealed.has(one) && one !== said.result))
      expect([word, [...before.values()].some((text) => text.includes(word))]).toEqual([word, true])

    const { homeStation } = await w.done(who, getMe)
    expect(homeStation).not.toBeNull()
    expect((await close(who)).code).toBeUndefined()

    const numbers = [
      ['phone', said.phone],
      ['openid', said.openid],
      ['national-no', said.national],
    ].map(([kind = '', value = '']) => hex(test.crypto.blindIndex(w.county.countyId, kind, value)))
    const after = await everything()
    const found = [...Object.values(said), ...numbers].flatMap((word) =>
      [...after].filter(([, text]) => text.includes(word)).map(([table]) => `${table} still holds ${word}`),
    )
    expect(found).toEqual([])
  })

  it('leaves no sealed value on any row of the person', async () => {
    const [person] = await rows('select p::text as row, display_name from people p where id = $1', id(who))
    expect(person.display_name).toBe(neutralName)
    expect(person.row).not.toContain('\\x')
    const orders = await rows(
      `select t.* from order_texts t join orders o on o.id = t.order_id where o.requester_id = $1`,
      id(who),
    )
    expect(orders.length).toBeGreaterThan(2)
    for (const { county_id: _, order_id: __, beneficiary_name: name, ...texts } of orders) {
      expect(name).toBe(neutralName)
      expect(Object.values(texts).every((value) => value === null)).toBe(true)
    }
  })

  it('lets nobody in on the old token, and the same WeChat start anew as somebody new, who holds nothing', async () => {
    expect((await w.county.as(who)(getMe)).code).toBe('sign-in-needed')
    const { personId } = await signedInByWechat(w, said.openid)
    expect(personId).not.toBe(id(who))
    const key = await newcomer(w)
    w.county.cast[key] = personId
    const me = await w.done(key, getMe)
    expect([me.displayName, me.volunteer, me.contact]).toEqual(['新朋友', null, { address: null, phoneMasked: null }])
  })
})

it('every refresh token ends with the account', async () => {
  const { refreshToken } = await signedInByWechat(w, 'openid-with-a-session')
  const key = await newcomer(w)
  const { personId } = await signedInByWechat(w, 'openid-with-a-session')
  w.county.cast[key] = personId
  expect((await close(key)).code).toBeUndefined()
  const body = { countyId: w.county.countyId, refreshToken }
  expect((await test.call(undefined, refreshSession, { body })).code).toBe('refresh-token-refused')
})

it('a retry of closing is answered like the first time, and asks nothing of anybody who is gone', async () => {
  const key = newId()
  const who = await newcomer(w)
  await close(who, key)
  const again = await close(who, key)
  expect([again.code, again.replayed, again.body]).toEqual([undefined, true, { closed: true }])
  expect((await close(who)).code).toBe('sign-in-needed')
})

it('of several closings at once one closes, and the others find nobody or the same answer', async () => {
  const who = await newcomer(w)
  const codes = (await Promise.all([close(who), close(who), close(who)])).map(({ code }) => code ?? 'closed')
  expect(codes).toContain('closed')
  expect(await rows(`select action from audit_events where actor_id = $1`, id(who))).toHaveLength(
    codes.filter((code) => code === 'closed').length,
  )
})

it('whoever counted on the person is told: orders cancelled, declined and handed back, vouchers given back, teams left', async () => {
  const { orderId: returned } = await w.accepted()
  const { orderId: declined } = await w.dispatched()
  const { orderId: cancelled } = await w.submitted('volunteer')
  const { redemptionId } = await w.voucher()
  const recordId = await w.approved()
  expect((await w.done('volunteer', getMyClock)).running).toBeNull()
  expect((await close('volunteer')).code).toBe('service-under-way')
  await finished('volunteer')
  const { closing } = await w.done('volunteer', getMyData)
  expect(closing).toMatchObject({ openOrders: 1, heldVouchers: 1, teams: 1 })

  expect((await close('volunteer')).code).toBeUndefined()
  expect([
    await state('resident', returned),
    await state('resident', declined),
    await state('keeper', cancelled),
  ]).toEqual(['triaged', 'triaged', 'cancelled'])
  const told = (await w.done('keeper', listNotices)).items.map(({ kind }) => kind)
  expect(told).toEqual(expect.arrayContaining(['order-returned', 'order-declined', 'order-cancelled']))
  expect(await rows('select state from redemptions where id = $1', redemptionId)).toEqual([{ state: 'cancelled' }])
  const team = await w.done('second', getTeam, { params: { teamId: id('team') } })
  expect(team.members.map(({ displayName }) => displayName)).not.toContain('李师傅')

  // rule-15: the record is there, under the neutral name, and still counts.
  const [record] = await rows(
    'select r.state, p.display_name from service_records r join people p on p.id = r.person_id where r.id = $1',
    recordId,
  )
  expect(record).toEqual({ state: 'approved', display_name: neutralName })
})

it('a record that waits is decided on as before, under the neutral name', async () => {
  const recordId = await w.checkOut(await w.inService(() => w.teamAccepted(), 'second'), 60, 'second')
  await finished('second')
  expect((await close('second')).code).toBeUndefined()
  const decided = await w.done('keeper', approveRecord, { params: { recordId }, body: { version: 1 } })
  expect([decided.state, decided.person.displayName]).toEqual(['approved', neutralName])
})

it('an order for somebody without a phone goes on when who ordered it leaves', async () => {
  const body = { beneficiary: { name: '郭奶奶', consent: true }, note: '耳朵不太好' }
  const { orderId } = await w.submitted('gridWorker', body)
  expect((await close('gridWorker')).code).toBeUndefined()
  expect(await state('keeper', orderId)).toBe('submitted')
  expect(await rows('select beneficiary_name, note from order_texts where order_id = $1', orderId)).toEqual([
    { beneficiary_name: '郭奶奶', note: '耳朵不太好' },
  ])
})

it('roles end with the account, and nobody finds the person any more', async () => {
  expect((await close('institute')).code).toBeUndefined()
  expect(await rows('select 1 from role_grants where person_id = $1 and ended_at is null', id('institute'))).toEqual([])
  expect((await w.done('center', findPeople, { query: { name: '周主任' } })).items).toEqual([])
  expect((await w.done('center', listFeedback)).items.map(({ words }) => words)).not.toContain('楼梯扶手晃得厉害')
})

it('rule-23 export is everything, opened, and a few times an hour', async () => {
  await w.done('resident', saveName, { body: { name: '王秀英', word: 'aunt' } })
  await w.done('resident', saveContact, { body: { address: '文峰路 8 号', phone: '13700001234' } })
  await w.submitted('resident', { note: '钥匙在传达室' })
  const { sections } = await w.done('resident', exportMyData)
  const rowsOf = (name: string) => sections.find(({ section }) => section === name)?.rows ?? []
  expect(rowsOf('person')).toMatchObject([
    { displayName: '王阿姨', fullName: '王秀英', address: '文峰路 8 号', phone: '13700001234' },
  ])
  expect(rowsOf('ordersAsked').at(-1)).toMatchObject({ note: '钥匙在传达室', phone: '13800000126' })
  const { sections: counted } = await w.done('resident', getMyData)
  expect(counted).toEqual(sections.map(({ section, rows: held }) => ({ section, count: held.length })))
  for (let more = 0; more < 4; more += 1) await w.done('resident', exportMyData)
  const over = await w.county.as('resident')(exportMyData)
  expect([over.code, (over.retryAfterSeconds ?? 0) > 60]).toEqual(['too-many-requests', true])
})

it('rule-23 export holds nobody else’s: another person’s words and numbers are in none of it', async () => {
  await w.submitted('neighbour', { note: '只有刘叔说过这句' })
  const body = JSON.stringify(await w.done('keeper', exportMyData))
  expect(body).not.toContain('只有刘叔说过这句')
  expect(body).not.toContain('13800000126')
})

it('every column that refers to people says what becomes of it when the person leaves', async () => {
  const references = await rows(
    `select c.conrelid::regclass::text || '.' || a.attname as name from pg_constraint c
      join unnest(c.conkey) with ordinality k(attnum, at) on k.at = 2
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum
      where c.contype = 'f' and c.confrelid = 'public.people'::regclass order by 1`,
  )
  expect(references.map(({ name }) => name).filter((name) => !(name in whenLeaving))).toEqual([])
  expect(Object.keys(whenLeaving).filter((name) => !references.some((one) => one.name === name))).toEqual([])
})
