import { createHash, createPublicKey, verify } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { drawWalk, getWalk, listWalks, WalkPayload } from '@sidan/types/audit-walks'
import { listCertificateKeys } from '@sidan/types/certificates'
import { getRecordWhy } from '@sidan/types/records'
import * as z from 'zod/mini'
import { correct, reverse } from '../../testing/corrections.ts'
import { approve } from '../../testing/county-life.ts'
import { entered } from '../../testing/manual-entries.ts'
import { run } from '../../testing/papers.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { numbersOf } from './draw-walk.ts'
import { drawsOfWalk } from './rules.ts'

let test: TestApp
let w: World
beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

const drawn = (unit = 'minutes', who = 'auditor') =>
  w.done(who, drawWalk, { body: { unit, fromDay: w.day(-10), untilDay: w.day(0) } })

describe('an audit walk', () => {
  it('draws ten different minutes of all that stand, and traces each to its scans, who approved it, and its formula', async () => {
    const corrected = (await correct(w, await w.approved(90), { end: -30 })).recordId
    const undone = await w.approved(120)
    await reverse(w, undone)
    const { body: byHand } = await entered(w, 'third', { personId: null }, { minutes: 40, endedMinutesAgo: 2000 })
    await approve(w, byHand.recordId)
    const { walk, draws } = await drawn()
    expect(walk).toMatchObject({
      unit: 'minutes',
      movements: 2,
      amount: 100,
      draws: drawsOfWalk,
      drawnByName: '孙审计',
    })
    expect(new Set(draws.map(({ position }) => position)).size).toBe(drawsOfWalk)
    for (const draw of draws) {
      expect([corrected, byHand.recordId]).toContain(draw.recordId)
      expect(draw.moved).toBe(draw.clockedMinutes + draw.declaredMinutes)
      const why = await w.done('auditor', getRecordWhy, { params: { recordId: draw.recordId } })
      expect([draw.evidence, draw.factors]).toEqual([why.evidence, why.factors])
      expect(draw.evidence.map(({ kind }) => kind)).toEqual(
        draw.recordId === byHand.recordId ? ['enter', 'approve'] : ['checkIn', 'checkOut', 'approve', 'correct'],
      )
    }
  })

  it('draws what the seed says, which the signed text holds, and the signature checks with the county’s key alone', async () => {
    const { payload, sha256, signature, keyId, draws } = await drawn('points')
    const said = z.parse(WalkPayload, JSON.parse(payload))
    const positions = numbersOf(said.seed).map((number) => 1 + Number((BigInt(number) * BigInt(said.amount)) >> 48n))
    expect(said.draws.map(({ position }) => position)).toEqual([...new Set(positions)].slice(0, said.draws.length))
    expect(draws.map(({ transferId }) => transferId)).toEqual(said.draws.map(({ transferId }) => transferId))
    expect(createHash('sha256').update(payload).digest('hex')).toBe(sha256)
    const { items } = await w.done('resident', listCertificateKeys, { params: { countyId: '420882' } })
    const key = createPublicKey(items.find((one) => one.keyId === keyId)?.publicKey ?? '')
    expect(verify(null, Buffer.from(payload), key, Buffer.from(signature, 'base64'))).toBe(true)
    expect(
      verify(null, Buffer.from(payload.replace(said.seed, 'f'.repeat(32))), key, Buffer.from(signature, 'base64')),
    ).toBe(false)
    // No name stands in it.
    expect(payload).not.toMatch(/李师傅|小郑|孙审计/)
  })

  it('draws a long record more often than a short one: in proportion to its minutes', async () => {
    const [long, short] = [await w.approved(480), await w.approved(20)]
    const times = { [long]: 0, [short]: 0 }
    for (let no = 0; no < 12; no += 1)
      for (const { recordId } of (await drawn()).draws)
        if (recordId in times) times[recordId] = (times[recordId] ?? 0) + 1
    expect(times[long]).toBeGreaterThan(5 * (times[short] ?? 0))
    expect(times[long]).toBeGreaterThan(60)
  })

  it('stays as it was drawn when one of its records is taken back, and says so', async () => {
    const before = await drawn()
    const recordId = before.draws[0]?.recordId ?? ''
    const { record } = await w.done('auditor', getRecordWhy, { params: { recordId } })
    await reverse(w, recordId, record.version)
    const after = await w.done('center', getWalk, { params: { walkId: before.walk.walkId } })
    expect([after.payload, after.sha256]).toEqual([before.payload, before.sha256])
    const undone = after.draws.filter(({ undoneAt }) => undoneAt !== null).map((draw) => draw.recordId)
    expect(new Set(undone)).toEqual(new Set([recordId]))
    expect((await drawn()).draws.map((draw) => draw.recordId)).not.toContain(recordId)
  })

  it('is listed for ever, whoever drew it: nobody draws until the result pleases without its showing', async () => {
    const count = async () => (await w.done('center', listWalks, { query: { limit: '50' } })).items.length
    const before = await count()
    await drawn('points', 'center')
    expect(await count()).toBe(before + 1)
    for (const change of [
      'update audit_walks set payload = payload',
      'delete from audit_draws',
      'delete from audit_walks',
    ])
      await expect(run(w, `${change} where county_id = $1`)).rejects.toThrow()
  })
})
