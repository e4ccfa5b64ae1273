import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getWorkList } from '@sidan/types/dispatch'
import { listNotices } from '@sidan/types/notices'
import { getMe } from '@sidan/types/people'
import { listPendingRecords } from '@sidan/types/records'
import { endRole, grantRole, listGrants } from '@sidan/types/role-grants'
import { inviteToRole, renewInvitation, revokeInvitation } from '@sidan/types/role-invitations'
import { acceptInvitation, nameDeputy, type Role } from '@sidan/types/roles'
import { newId } from '../../platform/ids.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World
let station: { params: { unitId: string } }
beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
  station = { params: { unitId: w.county.stage.stationId } }
})
afterAll(() => test?.close())

const give = (as: string, who: string, role: Role, unitId = w.county.stage.stationId) =>
  w.county.as(as)(grantRole, { params: { unitId }, body: { personId: w.county.cast[who], role } })
const end = (as: string, grantId: string, reason = 'moved') =>
  w.county.as(as)(endRole, { params: { grantId }, body: { reason } })
const invite = (as: string, role: Role, displayName = '小孙', key = newId()) =>
  w.county.as(as)(inviteToRole, { ...station, body: { role, displayName }, key })
const accept = (who: string, code: string | null) => w.county.as(who)(acceptInvitation, { body: { code } })
const rolesOf = async (who: string) => (await w.done(who, getMe)).roles.map(({ role }) => role)
const sees = async (who: string, endpoint: typeof getWorkList | typeof listPendingRecords) =>
  (await w.county.as(who)(endpoint)).code === undefined

describe('a role given by who stands above', () => {
  it('counts from the next request, is told, and ends from the next request', async () => {
    expect(await sees('third', getWorkList)).toBe(false)
    const { body: grant } = await give('keeper', 'third', 'staff')
    expect(grant).toMatchObject({
      role: 'staff',
      grantedByName: '陈姐',
      endedAt: null,
      person: { displayName: '小郑' },
    })
    expect(await sees('third', getWorkList)).toBe(true)
    expect((await w.done('third', listNotices)).items[0]).toMatchObject({ kind: 'role-granted' })
    w.minutesLater(1)
    const { body: ended } = await end('institute', grant.grantId)
    expect(ended).toMatchObject({
      warning: null,
      grant: { endedByName: '周主任', endReason: 'moved', allowedActions: [] },
    })
    expect(await sees('third', getWorkList)).toBe(false)
    expect((await w.done('third', listNotices)).items[0]).toMatchObject({ kind: 'role-ended' })
  })
  it('stays in the history, and ending it again changes nothing', async () => {
    const { body } = await give('keeper', 'neighbour', 'speaker')
    await end('keeper', body.grantId, 'term-over')
    await end('institute', body.grantId, 'mistake')
    const past = await w.done('auditor', listGrants, { ...station, query: { state: 'ended' } })
    expect(past.items.find((one) => one.grantId === body.grantId)).toMatchObject({
      endReason: 'term-over',
      endedByName: '陈姐',
      allowedActions: [],
    })
    const held = await w.done('keeper', listGrants, station)
    expect(held.items.map(({ grantId }) => grantId)).not.toContain(body.grantId)
    expect(held.grantableRoles).not.toContain('keeper')
  })
  it('is held once when two give it at once', async () => {
    const answers = await Promise.all([
      give('keeper', 'second', 'gridWorker'),
      give('institute', 'second', 'gridWorker'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await rolesOf('second')).filter((role) => role === 'gridWorker')).toHaveLength(1)
    const [grant] = (await w.done('second', getMe)).roles
    await end('keeper', grant?.grantId ?? '')
  })
  it('lets an approver approve hours and see no orders', async () => {
    const { body } = await give('keeper', 'third', 'approver')
    expect([await sees('third', listPendingRecords), await sees('third', getWorkList)]).toEqual([true, false])
    await end('keeper', body.grantId)
  })
  it('is given by no deputy', async () => {
    const grantId = (await w.done('institute', getMe)).roles[0]?.grantId ?? ''
    const body = { personId: w.county.cast['third'], fromDay: w.day(0), untilDay: w.day(1) }
    await w.done('institute', nameDeputy, { params: { grantId }, body })
    expect((await give('third', 'neighbour', 'keeper')).code).toBe('role-not-grantable')
    expect((await end('third', (await w.done('keeper', getMe)).roles[0]?.grantId ?? '')).code).toBe(
      'role-not-grantable',
    )
  })
})

describe('the last keeper of a unit', () => {
  it('may go: the reply says so, and the next unit above that is kept is told', async () => {
    w.minutesLater(1)
    const kept = (await w.done('keeper', getMe)).roles[0]?.grantId ?? ''
    const { body } = await end('center', kept)
    expect(body.warning).toBe('no-keeper-left')
    expect((await w.done('institute', listNotices)).items[0]).toMatchObject({ kind: 'unit-without-keeper' })
    expect(await rolesOf('keeper')).toEqual([])
    await give('institute', 'keeper', 'keeper')
    expect(await rolesOf('keeper')).toEqual(['keeper'])
  })
})

describe('a one-time code for a role', () => {
  it('is handed out again by the same key, and by the list, and is good once', async () => {
    const key = newId()
    const first = await invite('keeper', 'merchant', '钱店主', key)
    const again = await invite('keeper', 'merchant', '钱店主', key)
    expect(again).toEqual({ ...first, replayed: true })
    const code = first.body.code ?? ''
    const answers = await Promise.all([accept('volunteer', code), accept('second', code)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404])
  })
  it('is worth nothing once it was renewed or taken back', async () => {
    const { body } = await invite('keeper', 'speaker')
    const asked = { params: { invitationId: body.invitationId } }
    const renewed = await w.done('keeper', renewInvitation, asked)
    expect(renewed.code).not.toBe(body.code)
    expect((await accept('third', body.code)).code).toBe('invitation-unknown')
    await w.done('institute', revokeInvitation, asked)
    expect((await accept('third', renewed.code)).code).toBe('invitation-unknown')
  })
  it('is renewed when its week is over', async () => {
    const { body } = await invite('keeper', 'speaker')
    w.minutesLater(7 * 1440)
    expect((await accept('third', body.code)).code).toBe('invitation-unknown')
    const renewed = await w.done('keeper', renewInvitation, { params: { invitationId: body.invitationId } })
    expect((await accept('third', renewed.code)).status).toBe(201)
    expect(await rolesOf('third')).toContain('speaker')
  })
  it('is shown to nobody who may not give the role, and in no other county', async () => {
    await invite('keeper', 'staff')
    const path = `/v1/units/${w.county.stage.stationId}/role-invitations`
    const listed = async (who: string, county = w.county) => {
      const headers = { authorization: `Bearer ${county.token(who)}` }
      return (await fetch(`${test.url}${path}`, { headers })).text()
    }
    expect(await listed('keeper')).toMatch(/"code":"/)
    expect(await listed('auditor')).not.toMatch(/"code":"/)
    expect(JSON.parse(await listed('center', w.daye.county)).code).toBe('not-found')
  })
})
