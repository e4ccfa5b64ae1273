import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { listDecidedRecords, listMyRecords, listPendingRecords, withdrawRecord } from '@sidan/types/records'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

const pending = async (limit = '50') => {
  const items: { recordId: string; odd: readonly string[] }[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: Record<string, string> = { limit, ...(cursor === '' ? {} : { cursor }) }
    const page = await w.done('keeper', listPendingRecords, { query })
    items.push(...page.items)
    cursor = page.nextCursor
  }
  return items.map(({ recordId, odd }) => [recordId, odd])
}

describe('what waits for approval', () => {
  it('has the odd ones on top, each with its reasons, then the oldest', async () => {
    const plain = await w.record(60)
    w.minutesLater(60)
    const one = await w.record(60)
    // The next begins a minute after: nobody is at two places so fast.
    const two = await w.record(60)
    w.minutesLater(60)
    const short = await w.record(3)
    w.minutesLater(60)
    const later = await w.record(60)
    expect(await pending()).toEqual([
      [one, ['neighbour-close']],
      [two, ['neighbour-close']],
      [short, ['short']],
      [plain, []],
      [later, []],
    ])
    expect(await pending('2')).toEqual(await pending())
  })
  it('is taken back by its owner while it waits; the time is free again', async () => {
    const recordId = await w.record(60)
    expect((await pending()).map(([id]) => id)).toContain(recordId)
    const record = await w.done('volunteer', withdrawRecord, { params: { recordId }, body: { version: 1 } })
    expect(record).toMatchObject({ state: 'withdrawn', allowedActions: [], points: null, odd: [] })
    expect((await pending()).map(([id]) => id)).not.toContain(recordId)
    const mine = await w.done('volunteer', listMyRecords)
    expect(mine.items.find((one) => one.recordId === recordId)?.state).toBe('withdrawn')
  })
  it('says when keeper and volunteer approve each other', async () => {
    const before = (await pending()).filter(([, odd]) => odd?.includes('same-pair'))
    expect(before).toEqual([])
    await test.db.inCounty(w.county.countyId, (tx) =>
      tx.rows({
        text: `insert into service_records (county_id, id, chain_id, version, person_id, order_id, institute_id, station_id, platform_code, state, service_day,
            started_at, ended_at, clocked_minutes, declared_minutes, grade, checked_out, service_nature, policy_version, decided_by_id, decided_at, created_at)
          select county_id, gen_random_uuid(), gen_random_uuid(), 1, $2, order_id, institute_id, station_id, platform_code, 'approved', service_day,
            started_at, ended_at, clocked_minutes, declared_minutes, grade, checked_out, service_nature, policy_version, person_id, $4, created_at
          from service_records where county_id = $1 and person_id = $3 limit 1`,
        values: [tx.countyId, w.county.cast['keeper'], w.county.cast['volunteer'], tx.now],
      }),
    )
    expect((await pending()).every(([, odd]) => odd?.includes('same-pair'))).toBe(true)
  })
})

describe('what was decided', () => {
  it('is found by name or pinyin, the newest first, page by page, by who may see it', async () => {
    const ids = [await w.approved(20), await w.approved(20), await w.approved(20)]
    const found = async (who: string, query: Record<string, string>) =>
      (await w.done(who, listDecidedRecords, { query })).items.map(({ recordId }) => recordId)
    const newestFirst = [...ids].sort().reverse()
    for (const name of ['李', 'lishifu', 'lsf', '师傅']) expect(await found('keeper', { name })).toEqual(newestFirst)
    expect(await found('auditor', { name: '李' })).toEqual(newestFirst)
    expect(await found('keeper', { name: '王' })).toEqual([])
    const first = await w.done('center', listDecidedRecords, { query: { name: '李', limit: '2' } })
    const next = await found('center', { name: '李', limit: '2', cursor: first.nextCursor ?? '' })
    expect([...first.items.map(({ recordId }) => recordId), ...next]).toEqual(newestFirst)
  })
})
