import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { getMyClock, sendClockEvents } from '@sidan/types/clock'
import { dispatchOrder, listOffers, suggestForOrder } from '@sidan/types/dispatch'
import * as moves from '@sidan/types/order-moves'
import { newId } from '../../platform/ids.ts'
import { hazardousOrder, insure, run } from '../../testing/papers.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { standingOf } from './reads.ts'

let test: TestApp
let w: World
beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())
beforeEach(async () => {
  for (const table of ['qualifications', 'insurances', 'guardian_consents'])
    await run(w, `delete from ${table} where county_id = $1`)
})

const id = (who: string) => w.county.cast[who] ?? ''
const standing = async (who: string, day = w.day(0)) =>
  test.db.inCounty(w.county.countyId, async (tx) => (await standingOf(tx, [id(who)], day)).get(id(who)))
const qualify = (who: string, code: string, validUntil: string | null, state = 'verified') =>
  run(
    w,
    `insert into qualifications (county_id, id, person_id, code, issuer, valid_until_day, state, added_at, decided_at)
      values ($1, $2, $3, $4, '红十字会', $5, $6, $7, case $6 when 'pending' then null else $7::timestamptz end)`,
    newId(),
    id(who),
    code,
    validUntil,
    state,
    test.clock.now,
  )
const consent = (guardian: string, minor: string) =>
  run(
    w,
    `insert into guardian_consents (county_id, id, minor_id, guardian_id, how, notice_version, given_at) values ($1, $2, $3, $4, 'inApp', 1, $5)`,
    newId(),
    id(minor),
    id(guardian),
    test.clock.now,
  )

describe('what is known of people on a civil day', () => {
  it('rule-05 counts a qualification only when it is verified, through its last day', async () => {
    await qualify('volunteer', 'firstAid', w.day(3))
    await qualify('volunteer', 'electrician', null)
    await qualify('volunteer', 'counsellor', null, 'pending')
    await qualify('volunteer', 'driver', null, 'refused')
    expect((await standing('volunteer', w.day(3)))?.qualifications).toEqual(['electrician', 'firstAid'])
    expect((await standing('volunteer', w.day(4)))?.qualifications).toEqual(['electrician'])
  })
  it('rule-06 counts an insurance on its days, both included', async () => {
    await insure(w, 'volunteer')
    const days = [-2, -1, 59, 60].map((day) => standing('volunteer', w.day(day)))
    expect((await Promise.all(days)).map((found) => found?.insured)).toEqual([false, true, true, false])
  })
  it('rule-16 counts a guardian’s consent until it is withdrawn', async () => {
    expect(await standing('minor')).toMatchObject({ ageBand: 'from16', guardianConsents: false })
    await consent('neighbour', 'minor')
    expect(await standing('minor')).toMatchObject({ guardianConsents: true })
    await run(w, 'update guardian_consents set withdrawn_at = $2 where county_id = $1', test.clock.now)
    expect(await standing('minor')).toMatchObject({ guardianConsents: false })
  })
  it('is one statement for any number of people, and says of who is none that they are no volunteer', async () => {
    const nobody = newId()
    await test.db.inCounty(w.county.countyId, async (tx) => {
      const known = await standingOf(
        tx,
        [id('volunteer'), id('resident'), nobody, w.daye.county.cast['volunteer'] ?? ''],
        w.day(0),
      )
      expect(tx.statements()).toBe(1)
      expect([...known.values()].map(({ volunteer }) => volunteer).sort()).toEqual([false, false, false, true])
    })
  })
})

describe('an order for which papers matter', () => {
  const dispatched = async (order: Awaited<ReturnType<typeof hazardousOrder>>, more: object) =>
    w.done('keeper', dispatchOrder, { params: { orderId: order.orderId }, body: { version: order.version, ...more } })
  const accept = (who: string, { orderId, version }: { orderId: string; version: number }) =>
    w.county.as(who)(moves.acceptOrder, { params: { orderId }, body: { version } })

  it('rule-06 is suggested and offered to the insured alone', async () => {
    const order = await hazardousOrder(w)
    const people = async () =>
      (await w.done('keeper', suggestForOrder, { params: { orderId: order.orderId } })).people.map(
        (one) => one.displayName,
      )
    expect(await people()).toEqual([])
    const { orderId } = await dispatched(order, { target: { kind: 'claim' } })
    const offered = async () => (await w.done('volunteer', listOffers)).items.some((one) => one.orderId === orderId)
    expect(await offered()).toBe(false)
    await insure(w, 'volunteer')
    await insure(w, 'minor')
    expect(await people()).toEqual(['李师傅'])
    expect(await offered()).toBe(true)
  })
  it('rule-06 is refused when the insurance is over on the day of the service, though it is good today', async () => {
    await insure(w, 'volunteer')
    await run(w, 'update insurances set until_day = $2 where county_id = $1', w.day(1))
    const order = await dispatched(await hazardousOrder(w), { target: { kind: 'claim' } })
    expect((await accept('volunteer', order)).code).toBe('insurance-missing')
    await run(w, 'update insurances set until_day = $2 where county_id = $1', w.day(2))
    expect((await accept('volunteer', order)).status).toBe(200)
  })
  it('is asked again at check-in: the event is stored with its reason and starts no clock', async () => {
    await insure(w, 'volunteer')
    const order = await dispatched(await hazardousOrder(w), { target: w.toPerson('volunteer') })
    await accept('volunteer', order)
    await run(w, 'delete from insurances where county_id = $1')
    const scanned = await w.done('volunteer', sendClockEvents, { body: { events: [w.scan('checkIn', order.orderId)] } })
    expect(scanned.results[0]).toMatchObject({ outcome: 'stored', reason: 'insurance-missing' })
    expect((await w.done('volunteer', getMyClock)).running).toBeNull()
  })
  it('rule-16 is a minor’s to accept from the moment a guardian agrees', async () => {
    const order = await w.dispatched({ kind: 'claim' })
    expect((await accept('minor', order)).code).toBe('guardian-consent-needed')
    await consent('neighbour', 'minor')
    expect((await accept('minor', order)).status).toBe(200)
  })
})
