import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import * as children from '@sidan/types/children'
import { newChild, run } from '../../testing/papers.ts'
import { aChild } from '../../testing/promises/guardian-requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { childrenForStaff } from './reveal-children.ts'

const { correctChild, listMyChildren, registerChild, removeChild, renewPickUpCode } = children

let test: TestApp
let w: World
beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

const stored = async () => JSON.stringify(await run(w, 'select * from children where county_id = $1'))
const forStaff = (ids: string[]) =>
  test.db.inCounty(w.county.countyId, (tx) => childrenForStaff(tx, test.crypto, w.county.cast['keeper'] ?? '', ids))

describe('rule-22 a child without an account', () => {
  it('is registered by a guardian, who sees and corrects everything; nothing of it can be read in the database', async () => {
    const body = aChild() as never
    const { childId, pickUpCode } = await w.done('neighbour', registerChild, { body })
    expect(pickUpCode).toMatch(/^[0-9A-Z]{6}$/)
    const asking = { params: { childId }, body: { pickUpNames: ['奶奶', '姑姑'], name: '小树苗' } }
    expect(await w.done('neighbour', correctChild, asking)).toMatchObject({ name: '小树苗', healthNote: '花生过敏' })
    const [mine] = (await w.done('neighbour', listMyChildren)).items
    expect(mine).toMatchObject({ childId, name: '小树苗', pickUpNames: ['奶奶', '姑姑'], pickUpCode })
    for (const words of ['小树', '花生', '姑姑', pickUpCode]) expect(await stored()).not.toContain(words)
  })
  it('has its health note only with a consent of its own, which goes with the note', async () => {
    const childId = await newChild(w)
    const correct = (body: object) => w.county.as('neighbour')(correctChild, { params: { childId }, body })
    expect((await correct({ healthNote: '怕黑' })).code).toBe('child-consent-needed')
    expect((await correct({ healthNote: '怕黑', agreesToHealth: true })).body.healthNote).toBe('怕黑')
    expect((await correct({ healthNote: null })).body.healthNote).toBeNull()
    const [row] = await run(w, 'select health_consent_at from children where county_id = $1 and id = $2', childId)
    expect(row).toEqual({ health_consent_at: null })
  })
  it('is nobody else’s to see or change', async () => {
    const childId = await newChild(w)
    for (const who of ['resident', 'keeper', 'center', 'auditor']) {
      expect((await w.done(who, listMyChildren)).items).toEqual([])
      expect((await w.county.as(who)(renewPickUpCode, { params: { childId } })).code).toBe('not-found')
      expect((await w.county.as(who)(removeChild, { params: { childId } })).code).toBe('not-found')
    }
  })
  it('gets another pick-up code when its guardian wants one', async () => {
    const childId = await newChild(w)
    const [before] = (await w.done('neighbour', listMyChildren)).items
    const after = await w.done('neighbour', renewPickUpCode, { params: { childId } })
    expect(after.pickUpCode).not.toBe(before?.pickUpCode)
  })
  it('is erased when it is removed', async () => {
    const childId = await newChild(w)
    await w.done('neighbour', removeChild, { params: { childId } })
    expect((await w.done('neighbour', listMyChildren)).items).toEqual([])
    const [row] = await run(w, 'select * from children where county_id = $1 and id = $2', childId)
    expect(row).toMatchObject({ name_sealed: null, pick_up_names_sealed: null, health_note_sealed: null })
    expect(await forStaff([childId])).toEqual([])
  })
  it('is shown to who runs its class, and every look is written down, in two statements', async () => {
    const childId = await newChild(w)
    test.statements.length = 0
    expect(await forStaff([childId])).toMatchObject([{ childId, name: '小树', pickUpNames: ['奶奶'] }])
    expect(test.statements).toEqual([2])
    const looks = await run(
      w,
      `select actor_id from audit_events where county_id = $1 and action = 'look-at-child' and subject_id = $2`,
      childId,
    )
    expect(looks).toEqual([{ actor_id: w.county.cast['keeper'] }])
  })
  it('is counted when two are registered at once: no ninth', async () => {
    await newChild(w)
    const register = () => w.county.as('neighbour')(registerChild, { body: aChild() as never })
    for (let more = 1; more < 7; more += 1) await register()
    const answers = await Promise.all([register(), register(), register()])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
  })
})
