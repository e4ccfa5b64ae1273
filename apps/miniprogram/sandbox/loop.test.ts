import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals'
import { bootWeapp, type Weapp } from './boot-weapp.ts'
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
