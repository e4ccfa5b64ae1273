import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { listNotices } from '@sidan/types/notices'
import { addUnit, closeUnit, getStationPage, getUnit, listUnits, saveUnit } from '@sidan/types/organisation'
import { getMe } from '@sidan/types/people'
import { grantRole, listGrants } from '@sidan/types/role-grants'
import { inviteToRole } from '@sidan/types/role-invitations'
import { acceptInvitation } from '@sidan/types/roles'
import { site } from '../../testing/promises/unit-requests.ts'
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

const page = (code = w.stationCode) =>
  w.done('resident', getStationPage, { params: { countyId: String(w.county.countyId), code } })
const below = () =>
  w.done('resident', listUnits, {
    params: { countyId: String(w.county.countyId) },
    query: { parentId: station.params.unitId },
  })
const add = (name: string, as = 'keeper') => w.county.as(as)(addUnit, { ...station, body: site(name) })

describe('what a unit says of itself', () => {
  it('is changed by its keeper and by who stands above, and shows on its page with the responsible person as they agreed', async () => {
    const responsible = { displayName: '郑书记', roleWord: '社区书记', consented: true }
    await w.done('keeper', saveUnit, { ...station, body: { phone: '0724-7330009', responsible } })
    await w.done('institute', saveUnit, { ...station, body: { opensAt: '08:05' } })
    expect((await page()).station).toMatchObject({
      phone: '0724-7330009',
      opensAt: '08:05',
      responsibleName: '郑书记',
      responsibleRole: '社区书记',
      onDutyName: '陈姐',
    })
    await w.done('keeper', saveUnit, { ...station, body: { responsible: null } })
    expect((await page()).station).toMatchObject({
      responsibleName: null,
      responsibleRole: null,
      phone: '0724-7330009',
    })
  })
  it('rule-07 names no responsible person who did not agree', async () => {
    const body = { responsible: { displayName: '郑书记', roleWord: '社区书记', consented: false } }
    expect((await w.county.as('keeper')(saveUnit, { ...station, body })).code).toBe('invalid-request')
  })
})

describe('a 点 under a station', () => {
  it('rule-30 is listed by its code, which follows its parent’s, whoever added first', async () => {
    await Promise.all(['二号点', '一号点'].map((name) => add(name)))
    const { items } = await below()
    const codes = await Promise.all(
      items.map(async ({ unitId }) => (await w.done('keeper', getUnit, { params: { unitId } })).code),
    )
    const parent = (await w.done('keeper', getUnit, station)).code
    expect(codes).toEqual([`${parent}-01`, `${parent}-02`])
  })
  it('is added once when two add the same at once', async () => {
    const answers = await Promise.all([add('三号点'), add('三号点', 'institute')])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  })
  it('closes with its roles and invitations, tells whose they were, and gives its code to no other', async () => {
    const { body: unit } = await add('四号点')
    const at = { params: { unitId: unit.unitId } }
    await w.done('keeper', grantRole, { ...at, body: { personId: w.county.cast['third'], role: 'keeper' } })
    const { code } = await w.done('keeper', inviteToRole, { ...at, body: { role: 'staff', displayName: '小孙' } })
    w.minutesLater(1)
    expect(await w.done('keeper', closeUnit, at)).toMatchObject({ open: false, allowedActions: [] })
    expect((await w.done('third', getMe)).roles).toEqual([])
    expect((await w.done('third', listNotices)).items[0]).toMatchObject({ kind: 'role-ended', about: '四号点' })
    expect((await w.county.as('neighbour')(acceptInvitation, { body: { code } })).code).toBe('invitation-unknown')
    expect((await below()).items.map(({ name }) => name)).not.toContain('四号点')
    expect((await w.county.as('keeper')(listGrants, at)).code).toBe('not-found')
    expect((await add('四号点')).body.code).not.toBe(unit.code)
  })
})

it('departments are listed by their code, apart from the tiers', async () => {
  const params = { countyId: String(w.county.countyId) }
  const { items } = await w.done('resident', listUnits, { params, query: { kind: 'departments' } })
  expect(new Set(items.map(({ tier }) => tier))).toEqual(new Set(['department']))
})
