import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { listNotices } from '@sidan/types/notices'
import * as pairings from '@sidan/types/pairings'
import { saveContact } from '@sidan/types/people'
import { paired, pairingAsked, standInAsked } from '../../testing/promises/pairing-requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { remindVisits } from './remind-visits.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

const look = (who: string, pairingId: string) => w.county.as(who)(pairings.getPairing, { params: { pairingId } })
const reveal = (who: string, pairingId: string) => w.county.as(who)(pairings.revealHousehold, { params: { pairingId } })
const told = async (who: string, pairingId: string) =>
  (await w.done(who, listNotices, { query: { limit: '50' } })).items
    .filter((one) => one.pairingId === pairingId)
    .map((one) => one.kind)
const onDay = async <Result>(day: number, work: () => Promise<Result>): Promise<Result> => {
  const now = test.clock.now
  test.clock.now = new Date(now.getTime() + day * 86_400_000)
  try {
    return await work()
  } finally {
    test.clock.now = now
  }
}
const sees = async (pairingId: string, ...who: string[]) => {
  const answers = await Promise.all(who.map((key) => look(key, pairingId)))
  return who.filter((_key, at) => answers[at]?.code === undefined)
}
const everybody = ['resident', 'volunteer', 'second', 'third', 'keeper', 'gridWorker', 'institute', 'center', 'auditor']

describe('a pairing', () => {
  it('rule-27 exists for the pair, staff above and nobody else', async () => {
    const pairingId = await paired(w, { household: { personId: w.county.cast['resident'] } })
    expect(await sees(pairingId, ...everybody)).toEqual(['resident', 'volunteer', 'keeper', 'institute', 'center'])
    const mine = async (who: string) =>
      (await w.done(who, pairings.listMyPairings)).items.some((one) => one.pairingId === pairingId)
    expect([await mine('volunteer'), await mine('resident'), await mine('second')]).toEqual([true, true, false])
    await w.done('resident', pairings.endPairing, { params: { pairingId } })
    expect(await told('volunteer', pairingId)).toContain('pairing-ended')
  })

  it('rule-09 begins with the volunteer’s yes; after a no nothing is kept of the household', async () => {
    const pairingId = await pairingAsked(w)
    expect((await reveal('volunteer', pairingId)).code).toBe('contact-not-yours')
    await w.done('volunteer', pairings.answerPairing, { params: { pairingId }, body: { accept: false } })
    const kept = await test.db.inCounty(w.county.countyId, (tx) =>
      tx.rows({
        text: 'select 1 from pairing_households where county_id = $1 and pairing_id = $2',
        values: [tx.countyId, pairingId],
      }),
    )
    expect(kept).toEqual([])
    expect(await told('keeper', pairingId)).toEqual(['pairing-declined'])
  })

  it('rule-20 keeps who said that the household agreed, and when; its words lie sealed', async () => {
    const pairingId = await pairingAsked(w)
    const [row] = await test.db.inCounty(w.county.countyId, (tx) =>
      tx.rows<{ by: string; text: string }>({
        text: `select p.consent_by_id as by, p::text || h::text as text from pairings p
          join pairing_households h on h.county_id = p.county_id and h.pairing_id = p.id where p.county_id = $1 and p.id = $2`,
        values: [tx.countyId, pairingId],
      }),
    )
    expect(row?.by).toBe(w.county.cast['keeper'])
    expect(row?.text).not.toMatch(/赵奶奶|城畈|13800000128/)
  })

  it('is answered once when yes and no arrive at once', async () => {
    const pairingId = await pairingAsked(w)
    const say = (accept: boolean) =>
      w.county.as('volunteer')(pairings.answerPairing, { params: { pairingId }, body: { accept } })
    const answers = await Promise.all([say(true), say(false)])
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['done', 'pairing-not-open'])
  })
})

describe('where a household lives', () => {
  it('rule-27 is told to who goes there, each look is written down, and nobody is told once it is over', async () => {
    const pairingId = await paired(w)
    expect((await reveal('volunteer', pairingId)).body).toMatchObject({
      name: '赵奶奶',
      address: '城畈社区 6 栋 101',
      phone: '13800000128',
    })
    const looks = await test.db.inCounty(w.county.countyId, (tx) =>
      tx.rows<{ by: string }>({
        text: `select actor_id as by from audit_events where county_id = $1 and subject_id = $2 and action = 'reveal-household'`,
        values: [tx.countyId, pairingId],
      }),
    )
    expect(looks).toEqual([{ by: w.county.cast['volunteer'] }])
    await w.done('keeper', pairings.endPairing, { params: { pairingId } })
    expect((await reveal('volunteer', pairingId)).code).toBe('contact-not-yours')
  })

  it('is that of the account, for who has one', async () => {
    await w.done('neighbour', saveContact, { body: { address: '城畈社区 5 栋 102', phone: '13800000129' } })
    const pairingId = await paired(w, { household: { personId: w.county.cast['neighbour'] } })
    expect((await reveal('volunteer', pairingId)).body).toMatchObject({
      address: '城畈社区 5 栋 102',
      phone: '13800000129',
    })
  })
})

describe('who stands in', () => {
  it('sees the pairing for the time alone, and goes only after a yes', async () => {
    const pairingId = await standInAsked(w, { fromDay: w.day(1), untilDay: w.day(3) })
    expect((await reveal('second', pairingId)).code).toBe('contact-not-yours')
    await w.done('second', pairings.answerSubstitute, { params: { pairingId }, body: { accept: true } })
    const seen = []
    for (const day of [0, 1, 3, 4])
      seen.push(await onDay(day, async () => (await reveal('second', pairingId)).code ?? 'seen'))
    expect(seen).toEqual(['not-found', 'seen', 'seen', 'not-found'])
  })
})

describe('a visit', () => {
  it('rule-30 takes its minutes from the clock of the order it was made on, and moves the next one', async () => {
    const pairingId = await paired(w)
    const order = await w.inService()
    const recordId = await w.checkOut(order, 45)
    const body = { visitedOn: w.day(0), orderId: order.orderId, words: '老人精神很好' }
    const after = await w.done('volunteer', pairings.recordVisit, { params: { pairingId }, body })
    expect(after).toMatchObject({ nextVisitOn: w.day(7), visits: [{ minutes: null, words: '老人精神很好' }] })
    await test.db.inCounty(w.county.countyId, (tx) =>
      tx.rows({
        text: `update service_records set state = 'approved', decided_by_id = $3, decided_at = $4 where county_id = $1 and id = $2`,
        values: [tx.countyId, recordId, w.county.cast['keeper'], tx.now],
      }),
    )
    expect((await look('keeper', pairingId)).body.visits).toMatchObject([{ minutes: 45, words: null }])
  })

  it('is reminded of the day before, and once when it is overdue, the unit as well', async () => {
    const pairingId = await paired(w, { firstVisitOn: w.day(2) })
    const night = (day: number) => onDay(day, () => test.db.inCounty(w.county.countyId, (tx) => remindVisits(tx)))
    await night(0)
    expect(await told('volunteer', pairingId)).toEqual(['pairing-asked'])
    await Promise.all([night(1), night(1)])
    await night(2)
    expect((await told('volunteer', pairingId)).sort()).toEqual(['pairing-asked', 'pairing-due'])
    for (const day of [6, 7, 8]) await night(day)
    expect((await told('volunteer', pairingId)).sort()).toEqual(['pairing-asked', 'pairing-due', 'pairing-overdue'])
    expect(await told('keeper', pairingId)).toEqual(expect.arrayContaining(['pairing-accepted', 'pairing-overdue']))
  })

  it('is reminded of to who stands in on its day', async () => {
    const pairingId = await standInAsked(w)
    await w.done('second', pairings.answerSubstitute, { params: { pairingId }, body: { accept: true } })
    await onDay(1, () => test.db.inCounty(w.county.countyId, (tx) => remindVisits(tx)))
    expect(await told('second', pairingId)).toContain('pairing-due')
    expect(await told('volunteer', pairingId)).not.toContain('pairing-due')
  })
})
