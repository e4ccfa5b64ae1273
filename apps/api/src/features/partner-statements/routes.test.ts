/** 对账单: the sums of a month are those of what was handed out in it, less what came back, and equal the ledger. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { civilMonth } from '@sidan/types/civil'
import { listNotices } from '@sidan/types/notices'
import * as statements from '@sidan/types/partner-statements'
import { closePartner, endPartnerMember } from '@sidan/types/partners'
import { changeShelfItem, closeShelfItem } from '@sidan/types/reward-shelf'
import { undoVerification, verifyVoucher } from '@sidan/types/rewards'
import { returnVoucher } from '@sidan/types/voucher-returns'
import { run } from '../../testing/papers.ts'
import { exchanged, handedOver, letIn, offered, partnered } from '../../testing/partners.ts'
import { sheets, startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { expireRedemptions } from '../rewards/expire-redemption.ts'
import { issueStatements } from './issue-statements.ts'

let test: TestApp
let w: World
beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

const at = (iso: string) => {
  test.clock.now = new Date(iso)
}
const issue = () => test.db.inCounty(w.county.countyId, issueStatements)
const list = (who: string, partnerId: string) => w.county.as(who)(statements.listStatements, { params: { partnerId } })
const onStatement = (statementId: string) => ({ params: { statementId } })

/** What the ledger took from people for what a partner handed out (and did not undo), by the month it was recorded in: captures less what came back. */
function ledgerPoints(partnerId: string, month: string): Promise<unknown[]> {
  return run(
    w,
    `select coalesce(sum(e.amount), 0)::int as points
      from transfers t join entries e on e.county_id = t.county_id and e.transfer_id = t.id and e.issuer = 'rewardStore'
      join voucher_verifications v on v.county_id = t.county_id and v.id = t.ref and v.undone_at is null
      where t.county_id = $1 and v.partner_id = $2 and to_char(t.recorded_at at time zone 'Asia/Shanghai', 'YYYY-MM') = $3`,
    partnerId,
    month,
  )
}

/** The first page of the statement's file, cell by cell. */
async function sheetOf(who: string, statementId = '') {
  const headers = { authorization: `Bearer ${w.county.token(who)}` }
  const answer = await fetch(`${test.url}${statements.statementSheetPath(statementId)}`, { headers })
  const bytes = Buffer.from(await answer.arrayBuffer())
  const read = answer.ok ? await sheets.read(bytes, { maxRows: 100, columns: 8 }) : 'not-a-sheet'
  return { status: answer.status, rows: typeof read === 'string' ? [] : read.rows }
}

describe('the statement of a month', () => {
  let partnerId: string
  let itemId: string
  beforeAll(async () => {
    ;({ partnerId } = await partnered(w, 'third'))
    ;({ itemId } = await offered(w, partnerId))
  })

  it('comes to what was handed out in the month, less what came back in it, whatever the fee is later', async () => {
    at('2026-11-27T01:00:00Z')
    for (let hours = 0; hours < 5; hours++) await w.approved()
    await handedOver(w, itemId)
    await handedOver(w, itemId, 'third')
    at('2026-11-30T14:00:00Z')
    const back = await handedOver(w, itemId)
    // Handed out on the last evening, and undone after midnight: it was not handed out at all.
    at('2026-11-30T15:55:00Z')
    const undone = await handedOver(w, itemId)
    at('2026-11-30T16:01:00Z')
    await w.done('shopOwner', undoVerification, { params: { redemptionId: undone.redemptionId } })
    expect(await issue()).toBe(0)
    await w.done('keeper', changeShelfItem, { params: { itemId }, body: { feeFen: 500 } })
    at('2026-12-01T03:00:00Z')
    await w.done('keeper', returnVoucher, {
      params: { redemptionId: back.redemptionId },
      body: { words: '面是坏的', piece: 'writtenOff' },
    })
    await handedOver(w, itemId)
    expect(await issue()).toBe(1)
    expect(await issue()).toBe(0)
    const { items, thisMonth } = (await list('shopOwner', partnerId)).body
    expect(items).toMatchObject([
      { month: '2026-11', handedOutCount: 3, returnedCount: 0, points: 30, compensationFen: 1200, state: 'open' },
    ])
    expect(thisMonth).toEqual({
      month: '2026-12',
      handedOutCount: 1,
      returnedCount: 1,
      points: 0,
      compensationFen: 100,
    })
    expect(await ledgerPoints(partnerId, '2026-11')).toEqual([{ points: 30 }])
    expect(await ledgerPoints(partnerId, '2026-12')).toEqual([{ points: 0 }])
    const { items: told } = await w.done('shopOwner', listNotices)
    expect(told[0]).toMatchObject({ kind: 'statement-issued', words: '2026-11' })
  })

  it('is issued once of two servers that do so at the same moment, and later when one stood still', async () => {
    at('2027-02-03T03:00:00Z')
    expect((await Promise.all([issue(), issue(), issue()])).sort()).toEqual([0, 0, 1])
    const { items } = (await list('shopOwner', partnerId)).body
    expect(items.map(({ month }) => month)).toEqual(['2026-12', '2026-11'])
    expect(items[0]).toMatchObject({ handedOutCount: 1, returnedCount: 1, points: 0, compensationFen: 100 })
  })

  it('is decided on by the owner, and answered by the keeper, until the owner says it is right', async () => {
    const [{ statementId = '' } = {}] = (await list('shopOwner', partnerId)).body.items
    const on = onStatement(statementId)
    const dispute = { ...on, body: { words: '少算了一碗' } }
    const answer = { ...on, body: { words: '查了，补一碗', adjustmentFen: 500 } }
    for (const who of ['third', 'neighbour', 'merchant'])
      expect([who, (await w.county.as(who)(statements.confirmStatement, on)).code]).toEqual([who, 'not-found'])
    for (const who of ['keeper', 'auditor'])
      expect([who, (await w.county.as(who)(statements.confirmStatement, on)).code]).toEqual([who, 'not-allowed'])
    expect((await w.county.as('keeper')(statements.answerStatement, answer)).code).toBe('statement-not-disputed')
    await w.done('shopOwner', statements.disputeStatement, dispute)
    expect((await w.county.as('shopOwner')(statements.confirmStatement, on)).code).toBe('statement-not-open')
    expect((await w.done('keeper', listNotices)).items.find(({ kind }) => kind === 'statement-disputed')).toMatchObject(
      { words: '少算了一碗' },
    )
    expect((await w.county.as('shopOwner')(statements.answerStatement, answer)).code).toBe('not-allowed')
    const answered = await w.done('keeper', statements.answerStatement, answer)
    expect(answered).toMatchObject({ state: 'open', compensationFen: 100, adjustmentFen: 500, allowedActions: [] })
    expect((await w.done('shopOwner', listNotices)).items.map(({ kind }) => kind)).toContain('statement-answered')
    const confirmed = await w.done('shopOwner', statements.confirmStatement, on)
    expect(confirmed).toMatchObject({ state: 'confirmed', allowedActions: [] })
    expect(confirmed.events.map(({ kind, adjustmentFen }) => [kind, adjustmentFen])).toEqual([
      ['disputed', null],
      ['answered', 500],
      ['confirmed', null],
    ])
    for (const decide of [statements.confirmStatement, statements.disputeStatement])
      expect((await w.county.as('shopOwner')(decide, dispute as never)).code).toBe(
        decide === statements.confirmStatement ? 'invalid-request' : 'statement-not-open',
      )
  })

  it('is not answered by a keeper who is its partner’s owner as well', async () => {
    const [{ statementId = '' } = {}] = (await list('shopOwner', partnerId)).body.items.slice(1)
    const { grantId } = await letIn(w, partnerId, 'institute', 'partnerOwner')
    const on = onStatement(statementId)
    await w.done('institute', statements.disputeStatement, { ...on, body: { words: '差一碗' } })
    const answer = { ...on, body: { words: '补一碗', adjustmentFen: 400 } }
    expect((await w.county.as('institute')(statements.answerStatement, answer)).code).toBe('not-allowed')
    await w.done('center', endPartnerMember, { params: { partnerId, grantId } })
    expect((await w.done('institute', statements.answerStatement, answer)).state).toBe('open')
  })

  it('is confirmed or disputed, not both, when two do so at the same moment', async () => {
    const november = (await list('shopOwner', partnerId)).body.items[1]
    const on = onStatement(november?.statementId ?? '')
    const answers = await Promise.all([
      w.county.as('shopOwner')(statements.confirmStatement, on),
      w.county.as('shopOwner')(statements.disputeStatement, { ...on, body: { words: '不对' } }),
    ])
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['done', 'statement-not-open'])
  })

  it('is a sheet of every line whose sums are the statement’s, for whoever sees it', async () => {
    const [december, november] = (await list('shopOwner', partnerId)).body.items
    const { status, rows } = await sheetOf('shopOwner', november?.statementId)
    expect(status).toBe(200)
    const lines = rows.slice(0, -1)
    expect(lines.map(([day, , , title, count]) => [day, title, count])).toEqual([
      ['2026-11-27', '热干面一碗', '1'],
      ['2026-11-27', '热干面一碗', '1'],
      ['2026-11-30', '热干面一碗', '1'],
    ])
    const sum = (column: number) => lines.reduce((total, row) => total + Number(row[column]), 0)
    expect(rows.at(-1)?.slice(4, 7)).toEqual([sum(4), sum(5), sum(6)].map(String))
    expect([sum(4), sum(5), sum(6)]).toEqual([3, 30, 12])
    // What came back stands in the month in which it did, under what it was worth when it was exchanged.
    const other = await sheetOf('keeper', december?.statementId)
    expect(other.rows.map((row) => row.slice(4, 7).join(' '))).toEqual(['-1 -10 -4', '1 10 5', '0 0 1'])
    for (const who of ['third', 'neighbour', 'volunteer'])
      expect([who, (await sheetOf(who, november?.statementId)).status]).toEqual([who, 404])
    expect((await sheetOf('shopOwner', 'no-such')).status).toBe(404)
  })

  it('stays for the owner when the county deals with them no more', async () => {
    await test.db.inCounty(w.county.countyId, expireRedemptions)
    await w.done('keeper', closeShelfItem, { params: { itemId } })
    await w.done('keeper', closePartner, { params: { partnerId } })
    const { items } = (await list('shopOwner', partnerId)).body
    expect(items).toHaveLength(2)
    expect((await list('third', partnerId)).code).toBe('not-found')
  })
})

it('a partner that handed nothing out has no statement', async () => {
  const { partnerId } = await partnered(w)
  const { itemId } = await offered(w, partnerId)
  const held = await exchanged(w, itemId)
  at('2027-04-02T03:00:00Z')
  expect(await issue()).toBe(0)
  const { items, thisMonth } = (await list('shopOwner', partnerId)).body
  expect([items, thisMonth.month]).toEqual([[], civilMonth(test.clock.now)])
  expect((await w.county.as('shopOwner')(verifyVoucher, { body: { voucher: held.code ?? '' } })).code).toBe(
    'redemption-not-held',
  )
})
