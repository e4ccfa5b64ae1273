import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getWorkList } from '@sidan/types/dispatch'
import { listNotices } from '@sidan/types/notices'
import { getMe } from '@sidan/types/people'
import { endDeputy, nameDeputy } from '@sidan/types/roles'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

const ownGrant = async (who: string) => (await w.done(who, getMe)).roles[0]?.grantId ?? ''
const name = async (
  deputy: string,
  more: { fromDay?: string; untilDay?: string; grantId?: string; as?: string } = {},
) =>
  w.county.as(more.as ?? 'keeper')(nameDeputy, {
    params: { grantId: more.grantId ?? (await ownGrant('keeper')) },
    body: { personId: w.county.cast[deputy], fromDay: more.fromDay ?? w.day(0), untilDay: more.untilDay ?? w.day(0) },
  })
const end = (as: string, grantId: string) => w.county.as(as)(endDeputy, { params: { grantId } })
const onDay = async <Result>(day: number, work: () => Promise<Result>): Promise<Result> => {
  const now = test.clock.now
  test.clock.now = new Date(now.getTime() + day * 86_400_000)
  const result = await work()
  test.clock.now = now
  return result
}
const mayWork = async (who: string, day = 0) =>
  onDay(day, async () => (await w.county.as(who)(getWorkList)).code === undefined)

describe('a deputy', () => {
  it('stands in from the first day to the last, both included, and the keeper keeps the role', async () => {
    const { body } = await name('third', { fromDay: w.day(1), untilDay: w.day(3) })
    expect(await Promise.all([0].map(() => mayWork('third', 0)))).toEqual([false])
    for (const [day, may] of [
      [1, true],
      [3, true],
      [4, false],
    ] as const)
      expect([day, await mayWork('third', day)]).toEqual([day, may])
    expect(await mayWork('keeper', 2)).toBe(true)
    await end('keeper', body.grantId)
  })
  it('is told, and sees in whose stead and until when', async () => {
    const { body } = await name('third', { untilDay: w.day(5) })
    expect((await w.done('third', listNotices)).items[0]).toMatchObject({ kind: 'deputy-named' })
    expect((await w.done('third', getMe)).roles).toMatchObject([
      { role: 'keeper', deputyForName: '陈姐', untilDay: w.day(5), grantId: body.grantId },
    ])
    await end('keeper', body.grantId)
  })
  it('names no deputy of their own', async () => {
    const { body } = await name('third')
    const answer = await name('neighbour', { as: 'third', grantId: body.grantId })
    expect(answer.code).toBe('role-not-grantable')
    await end('keeper', body.grantId)
  })
  it.each(['keeper', 'third'])('ends at once when %s says so, and again changes nothing', async (who) => {
    const { body } = await name('third')
    expect(await mayWork('third')).toBe(true)
    expect((await end(who, body.grantId)).body).toEqual({ grantId: body.grantId, ended: true })
    expect(await mayWork('third')).toBe(false)
    expect((await end(who, body.grantId)).status).toBe(200)
  })
  it('is ended by nobody else, in this county or another', async () => {
    const { body } = await name('third')
    for (const who of ['center', 'neighbour']) expect((await end(who, body.grantId)).code).toBe('not-found')
    const foreign = await w.daye.county.as('keeper')(endDeputy, { params: { grantId: body.grantId } })
    expect(foreign.code).toBe('not-found')
    expect(await mayWork('third')).toBe(true)
    await end('keeper', body.grantId)
  })
  it('ends with the role it stands in for', async () => {
    await name('third')
    const grantId = await ownGrant('keeper')
    const endedAt = (at: Date | null) =>
      test.db.inCounty(w.county.countyId, (tx) =>
        tx.rows({
          text: 'update role_grants set ended_at = $3 where county_id = $1 and id = $2',
          values: [w.county.countyId, grantId, at],
        }),
      )
    await endedAt(test.clock.now)
    expect([await mayWork('third'), await mayWork('keeper')]).toEqual([false, false])
    await endedAt(null)
  })
  it('stands in for 92 days at most', async () => {
    expect((await name('third', { fromDay: w.day(1), untilDay: w.day(93) })).code).toBe('period-invalid')
    expect((await name('third', { fromDay: w.day(1), untilDay: w.day(92) })).status).toBe(201)
  })
})
