import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import type { CountyId } from '@sidan/types/ids'
import { codeStepMs, type RotatingCodes, stepOf } from '@sidan/types/rotating-codes'
import Taro, { phone } from '../../testing/taro.ts'
import { advance, keepStage, keptStage, type Stage } from './stage.ts'

const countyId = 420882 as CountyId
const hour = 3_600_000
let server: Server
let asked: unknown[]
let answer: { status: number; body: object }
let origin: string

beforeEach(async () => {
  asked = []
  server = createServer((request, reply) => {
    let text = ''
    request.on('data', (chunk) => {
      text += chunk
    })
    request.on('end', () => {
      asked.push(JSON.parse(text))
      reply.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  origin = `http://127.0.0.1:${address.port}`
  phone.forget()
  phone.origin = origin
})
afterEach(() => {
  server.close()
})

const codesFor = (ms: number): RotatingCodes => ({
  prefix: 'v1',
  firstStep: stepOf(new Date()),
  macs: Array(Math.ceil(ms / codeStepMs)).fill('x'),
})
const face = { name: '门口的屏', unitName: '城畈社区实践站', activities: [] }
const shows = (codes: RotatingCodes | null) => ({
  status: 200,
  body: { state: 'shown', serverNow: new Date().toISOString(), face: { ...face, codes } },
})
const unknown = { status: 404, body: { code: 'screen-unknown' } }
const pairing: Stage = { is: 'pairing', countyId, token: 'token', shortCode: '7XX0D1WQ' }

async function shown(codes: RotatingCodes): Promise<Stage> {
  answer = shows(codes)
  return (await advance(pairing)).stage
}

it('asks for a code, waits, and shows once it was confirmed', async () => {
  answer = { status: 201, body: { token: 'token', shortCode: '7XX0D1WQ' } }
  const { stage } = await advance({ is: 'asking', countyId })
  expect(stage).toEqual(pairing)
  answer = { status: 200, body: { state: 'waiting' } }
  expect((await advance(stage)).stage).toBe(stage)
  expect(await shown(codesFor(12 * hour))).toMatchObject({ is: 'shown', face })
})

it('asks for new codes when those it has last less than eleven hours, and keeps them until it has others', async () => {
  const long = codesFor(11.5 * hour)
  const stage = await shown(long)
  answer = shows(null)
  expect((await advance(stage)).stage).toMatchObject({ codes: long })
  await advance(await shown(codesFor(10.9 * hour)))
  expect(asked.map((body) => (body as { withCodes: boolean }).withCodes)).toEqual([true, false, true, true])
})

it('goes on with what it has when nobody answers, also after it was switched off and on', async () => {
  const codes = codesFor(12 * hour)
  const stage = await shown(codes)
  keepStage(stage, pairing)
  phone.origin = undefined
  expect(await advance(stage)).toMatchObject({ stage, failure: { code: 'offline' } })
  const again = keptStage(undefined)
  expect(again).toMatchObject({ is: 'shown', face, codes })
})

it('was taken away: it says so until somebody asks anew, and has no codes left', async () => {
  const stage = await shown(codesFor(12 * hour))
  keepStage(stage, pairing)
  answer = unknown
  const { stage: gone, waitMs } = await advance(stage)
  expect([gone, waitMs]).toEqual([{ is: 'gone', countyId }, undefined])
  keepStage(gone, stage)
  expect(keptStage(countyId)).toEqual(gone)
  expect(Taro.getStorageSync('sidan.screen-codes')).toBe('')
})

it('a code that nobody confirmed in time is followed by another', async () => {
  answer = unknown
  expect((await advance(pairing)).stage).toEqual({ is: 'asking', countyId })
})
