import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals'
import { bootWeapp, type Weapp } from './boot-weapp.ts'
import { send } from './request.ts'
import { type RunningProgram, startProgram } from './running-program.ts'

jest.setTimeout(60_000)

let program: RunningProgram | undefined
let signal = true
const phones: Weapp[] = []
beforeAll(async () => {
  program = await startProgram()
}, 180_000)
afterEach(() => {
  for (const phone of phones)
    expect({ errors: phone.errors, failures: phone.failures }).toEqual({ errors: [], failures: [] })
})
afterAll(async () => {
  for (const phone of phones) phone.close()
  await program?.stop()
})

const link = () => program?.linkOf('京山市') ?? { countyId: '', shortCode: '' }

function phone(): Weapp {
  const made = bootWeapp({
    dist: join(__dirname, '../dist/weapp'),
    origin: () => (signal ? program?.origin : undefined),
  })
  phones.push(made)
  return made
}

/** A phone of one of the demo’s people, signed in. */
async function phoneOf(person: string): Promise<Weapp> {
  const made = phone()
  await made.open('tabs/home/home-page')
  await made.tap('京山市')
  await made.tap('就他', person)
  await made.waitFor(`${person}，`)
  return made
}

test('the code on the wall opens the station’s page without signing in', async () => {
  const visitor = phone()
  const { countyId, shortCode } = link()
  await visitor.open('orders/station/station-page', { scene: encodeURIComponent(`${countyId}-${shortCode}`) })
  await visitor.waitFor('防诈骗小课堂')
  expect(visitor.requests.every((request) => request.headers['authorization'] === undefined)).toBe(true)
})

test('an order goes from a resident’s phone to the keeper’s and the volunteer’s', async () => {
  const resident = await phoneOf('王阿姨')
  await resident.tap('我要点单')
  await resident.waitFor('上门理发')
  await resident.tap('点单', '上门理发')
  await resident.tap('确认点单')
  await resident.waitFor('单号')
  const order = /"orderId":"([^"]+)"/.exec(JSON.stringify(resident.requests.at(-1)?.reply))?.[1] ?? ''

  const keeper = await phoneOf('陈姐')
  await keeper.open('orders/progress/progress-page', { order })
  await keeper.tap('审核通过')
  await keeper.waitFor('待派单')
  await keeper.tap('派单')
  await keeper.tap('李师傅', '派给谁')
  await keeper.tap('派给李师傅')
  await keeper.waitFor('待接单')

  const volunteer = await phoneOf('李师傅')
  await volunteer.open('orders/progress/progress-page', { order })
  await volunteer.tap('我来')
  await volunteer.waitFor('已接单')

  await resident.open('orders/progress/progress-page', { order })
  await resident.waitFor('已有人接')
  const code = /"serviceCode":"([^"]+)"/.exec(JSON.stringify(resident.requests.at(-1)?.reply))?.[1] ?? ''

  await volunteer.open('clock/clock-page', { order })
  await volunteer.waitFor('上门理发')
  signal = false
  await volunteer.tap('手输')
  await volunteer.input('.sd-input', code)
  await volunteer.tap('签到')
  await volunteer.waitFor('1 条等待同步')
  expect(volunteer.text()).not.toContain('签到了')
  signal = true
  await volunteer.tap('现在送')
  await volunteer.waitFor('签到了')
})

/** What somebody signed in asks of the server beside their phone's screen; undefined when it refuses. */
async function ask(phone: Weapp, method: 'GET' | 'POST', url: string, body?: object): Promise<Told | undefined> {
  const header = {
    authorization: phone.requests.map(({ headers }) => headers['authorization']).findLast(Boolean) ?? '',
    'content-type': 'application/json',
    'idempotency-key': `sandbox-${Math.random()}`,
  }
  const data = body && JSON.stringify(body)
  const { status = 0, reply } = await send(program?.origin, { method, url, header, data })
  return status < 300 ? Object(reply) : undefined
}
interface Told {
  readonly activityId: string
  readonly version: number
  readonly roles: readonly { readonly unit: { readonly unitId: string } }[]
  readonly shifts: readonly { readonly shiftId: string; readonly places: readonly { readonly openingId: string }[] }[]
}

/** A call at the keeper's station for a shift that begins in a quarter of an hour. */
async function calledShift(keeper: Weapp) {
  const unitId = (await ask(keeper, 'GET', '/v1/me'))?.roles[0]?.unit.unitId
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
  const none = { ageFrom: null, ageUpTo: null, qualification: null, skill: null }
  const draft = await ask(keeper, 'POST', '/v1/activities', {
    ...{ unitId, teamId: null, title: '四点半课堂', place: '二楼活动室', content: '陪孩子写作业', risks: '孩子跑跳' },
    ...{ platformCode: null, audience: 'children', hazardous: false, signUp: 'open', privateDetails: null },
    openings: [{ kind: 'volunteer', name: '陪读', ...none, capacity: 3, overbook: 0, waitlist: 0 }],
    shifts: [{ startsAt: at(15), endsAt: at(75), signUpUntil: null }],
  })
  const path = `/v1/activities/${draft?.activityId}/publish`
  const called = await ask(keeper, 'POST', path, { version: draft?.version })
  const [shift] = called?.shifts ?? []
  return { shift: shift?.shiftId ?? '', openingId: shift?.places[0]?.openingId ?? '' }
}

test('a shift scanned without signal waits on the phone, and goes through when there is signal again', async () => {
  const { shift, openingId } = await calledShift(await phoneOf('陈姐'))
  const volunteer = await phoneOf('吴嫂')
  // Its words are checked by the worker first: until then nobody finds it.
  const signUp = () => ask(volunteer, 'POST', `/v1/shifts/${shift}/sign-up`, { openingId, childId: null })
  for (let tries = 0; tries < 80 && !(await signUp()); tries += 1) await pause(250)
  await volunteer.open('clock/clock-page', { shift })
  await volunteer.waitFor('四点半课堂')
  signal = false
  await volunteer.open('clock/clock-page', { shift })
  await volunteer.waitFor('四点半课堂')
  await volunteer.tap('手输')
  await volunteer.input('.sd-input', link().shortCode)
  await volunteer.tap('签到')
  await volunteer.waitFor('1 条等待同步')
  expect(volunteer.text()).not.toContain('签到了')
  signal = true
  await volunteer.tap('现在送')
  await volunteer.waitFor('签到了')
})

test('an activity is found, read and signed up for', async () => {
  const resident = await phoneOf('王阿姨')
  await resident.open('tabs/activities/activities-page')
  await resident.tap('防诈骗小课堂')
  await resident.waitFor('楼梯有点陡')
  await resident.tap('我要报名')
  await resident.waitFor('先选做什么')
  await resident.tap('来听课', '先选做什么')
  await resident.tap('.sd-sheet-foot .sd-btn')
  await resident.waitFor('报上了')
  expect(resident.requests.find(({ url }) => url.endsWith('/sign-up'))?.status).toBe(201)
})

test('WeChat’s one-time code goes to the server, and its refusal is told in words', async () => {
  const visitor = bootWeapp({
    dist: join(__dirname, '../dist/weapp'),
    origin: () => program?.origin,
    wx: { login: { code: 'one-time' } },
  })
  phones.push(visitor)
  await visitor.open('account/sign-in/sign-in-page', { county: link().countyId })
  await visitor.tap('微信登录')
  await visitor.waitFor('微信没认出来，再登录一次')
  const asked = visitor.requests.find((request) => request.url.endsWith('/v1/sessions/wechat'))
  expect(JSON.parse(String(asked?.body))).toEqual({ countyId: Number(link().countyId), code: 'one-time' })
})
