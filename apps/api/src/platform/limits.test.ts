import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { CountyId } from '@sidan/types/ids'
import { getMe } from '@sidan/types/people'
import { confirmSignIn, refreshSession, requestSignIn } from '@sidan/types/sessions'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { type Limits, openLimits } from './limits.ts'
import { Refusal, refuse } from './problem.ts'

const countyId = CountyId.parse(420882)
const bearer = (personId: string) => ({ countyId, personId })
const codeOf = (error: unknown) => (error instanceof Refusal ? error.code : String(error))

describe('two processes on one database', () => {
  let database: TestDatabase
  let processes: Limits[] = []
  beforeAll(async () => {
    database = await createTestDatabase()
    const options = { url: database.urls.api, signInsPerMinute: 5, wrongCodes: { count: 3, seconds: 1 } }
    processes = [openLimits(options), openLimits(options)]
  })
  afterAll(async () => {
    await Promise.all(processes.map((limits) => limits.end()))
    await database?.drop()
  })
  const inTurn = async (times: number, ask: (limits: Limits) => Promise<unknown>) => {
    const answers: string[] = []
    for (let time = 0; time < times; time += 1) {
      const limits = processes[time % processes.length]
      if (limits) answers.push(await ask(limits).then(() => 'ok', codeOf))
    }
    return answers
  }
  const type = (person: string) => (limits: Limits) =>
    limits.guessed('verifyVoucher', bearer(person), 'voucher-unknown', async () => refuse('voucher-unknown'))

  it('count the sign-ins of an address together, and each address by itself', async () => {
    const answers = await inTurn(7, (limits) => limits.signIn('192.0.2.7'))
    expect(answers).toEqual([...Array(5).fill('ok'), 'too-many-requests', 'too-many-requests'])
    expect(await inTurn(1, (limits) => limits.signIn('192.0.2.8'))).toEqual(['ok'])
  })
  it('count the wrong codes of a person together, and forget them when the time is over', async () => {
    const wrong = Array(3).fill('voucher-unknown')
    expect(await inTurn(4, type('a'))).toEqual([...wrong, 'too-many-wrong-codes'])
    expect(await inTurn(1, type('b'))).toEqual(['voucher-unknown'])
    await wait(1_100)
    expect(await inTurn(4, type('a'))).toEqual([...wrong, 'too-many-wrong-codes'])
  })
  it('count nothing when the code was right or something else was wrong', async () => {
    const right = (limits: Limits) =>
      limits.guessed('verifyVoucher', bearer('c'), 'voucher-unknown', async () => 'used')
    const notHere = (limits: Limits) =>
      limits.guessed('verifyVoucher', bearer('c'), 'voucher-unknown', async () => refuse('voucher-not-here'))
    expect(await inTurn(8, right)).toEqual(Array(8).fill('ok'))
    expect(await inTurn(8, notHere)).toEqual(Array(8).fill('voucher-not-here'))
  })
})

describe('the API', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startTestApp({ signInsPerMinute: 8, requestsPerMinute: 60 })
  })
  afterAll(() => test?.close())

  it('limits the sign-in requests of an address, whatever tokens they make up', async () => {
    const answers = []
    for (let time = 0; time < 10; time += 1) {
      const asking = time % 2 === 0 ? requestSignIn : refreshSession
      const body = { countyId, ...(time % 2 === 0 ? {} : { refreshToken: `guess-${time}` }) }
      answers.push(await test.call(`forged.token.${time}`, asking, { body }))
    }
    expect(answers.map(({ status }) => status).slice(0, 8)).not.toContain(429)
    expect(answers.slice(8).map(({ code }) => code)).toEqual(['too-many-requests', 'too-many-requests'])
    expect(answers[9]?.retryAfterSeconds).toBeGreaterThan(0)
  })
  it('stops a person who types sign-in codes that nobody was shown', async () => {
    const answers = []
    for (let time = 0; time < 11; time += 1)
      answers.push((await test.county.as('resident')(confirmSignIn, { body: { shortCode: '7K2M-9X' } })).code)
    expect(answers).toEqual([...Array(10).fill('not-found'), 'too-many-wrong-codes'])
  })
  it('counts requests by person where a token is valid, and by address where it is made up', async () => {
    const forged = await Promise.all(Array.from({ length: 80 }, (_, time) => test.call(`forged.${time}`, getMe)))
    expect(forged.filter(({ code }) => code === 'too-many-requests').length).toBeGreaterThan(0)
    expect((await test.county.as('volunteer')(getMe)).status).toBe(200)
  })
})
