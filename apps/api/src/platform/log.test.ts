import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { beforeEach, describe, expect, test } from '@jest/globals'
import Fastify from 'fastify'
import { makeLog, requestId } from './log.ts'

let lines: string[]
const stream = { write: (line: string) => void lines.push(line) }
const log = makeLog({ level: 'debug', stream })
const written = () => lines.join('')
beforeEach(() => {
  lines = []
})

const phone = '13800138000'
const openid = 'oABCDEFGHIJKLMNOPQRSTUVWXYZa'

describe('facts about people', () => {
  test.each([
    'phone',
    'contactPhone',
    'openid',
    'unionid',
    'token',
    'accessToken',
    'refresh_token',
    'secret',
    'appSecret',
    'browserSecret',
    'password',
    'authorization',
    'cookie',
    'set-cookie',
    'sessionKey',
    'session_key',
    'js_code',
    'address',
    'body',
    'content',
  ])('a value under %s is never written, however deep it lies', (name) => {
    log.info({ [name]: 'VALUE', a: { [name]: 'VALUE' }, b: { c: [{ d: { [name]: { e: 'VALUE' } } }] } }, 'saved')
    expect(written()).not.toContain('VALUE')
    expect(lines).toHaveLength(1)
  })

  test('nor is what a child log carries on every line', () => {
    log.child({ phone, openid, token: 'VALUE', secret: 'VALUE', address: 'VALUE', body: { a: 'VALUE' } }).warn('saved')
    for (const leak of ['VALUE', phone, openid]) expect(written()).not.toContain(leak)
    expect(lines).toHaveLength(1)
  })

  test('numbers, openids and credentials are taken out of free text', () => {
    const told = [
      `called ${phone}`,
      `called 138 0013 8000 or 138-0013-8000`,
      'identity 42088219490101123X',
      `for ${openid}`,
      'Authorization: Bearer eyJhbGciOi.eyJz.dGVzdA',
      'GET https://api.weixin.qq.com/sns/jscode2session?appid=wx1&secret=s3cr3t&js_code=c0d3',
      'POST /wxa/msg_sec_check?access_token=t0k3n',
    ]
    for (const text of told) {
      log.info(text)
      log.info({ note: text, list: [text] }, text)
    }
    for (const leak of [phone, '0013', '42088219490101123X', openid, 'eyJ', 's3cr3t', 'c0d3', 't0k3n']) {
      expect(written()).not.toContain(leak)
    }
  })

  test('what is needed to run the system stays readable', () => {
    const facts = {
      route: '/v1/orders/:orderId/accept',
      status: 200,
      ms: 12,
      orderId: '0190a0e0-0000-7000-8000-000000000001',
      countyId: 420882,
      code: 'order-changed',
      at: new Date('2026-11-26T01:00:00Z'),
      dueAt: 1795658400000,
    }
    log.info(facts, 'answered, errcode=40029')
    expect(JSON.parse(written())).toMatchObject({
      ...facts,
      at: '2026-11-26T01:00:00.000Z',
      level: 'info',
      msg: 'answered, errcode=40029',
    })
  })

  test('bytes, long lists and deep trees stay short', () => {
    const round: { self?: object } = {}
    round.self = round
    log.info(
      { photo: Buffer.alloc(5000), list: Array.from({ length: 500 }, (_, index) => index), round },
      'x'.repeat(9999),
    )
    expect(written().length).toBeLessThan(3000)
    expect(written()).toContain('[5000 bytes]')
  })
})

describe('errors', () => {
  const database = Object.assign(new Error(`Failed query: update people set phone = $1\nparams: ${phone},王阿姨`), {
    params: [phone, '王阿姨'],
    cause: Object.assign(new Error('duplicate key value violates unique constraint "people_phone"'), {
      code: '23505',
      constraint: 'people_phone',
      detail: `Key (county_id, name)=(420882, 王阿姨) already exists.`,
    }),
  })

  test('keep code, constraint and frames of a failed statement, and none of its values', () => {
    log.error(database)
    log.error({ err: database })
    log.error({ err: database }, 'request failed')
    log.error({ failure: database }, 'request failed')
    for (const leak of [phone, '王阿姨']) expect(written()).not.toContain(leak)
    expect(lines).toHaveLength(4)
    for (const line of lines) {
      expect(line).toContain('people_phone')
      expect(line).toContain('23505')
      expect(line).toContain('log.test.ts')
    }
  })
})

describe('requests', () => {
  test('are logged by route, ids and status: no query, header, body or code in a path', async () => {
    const app = Fastify({ loggerInstance: log, genReqId: requestId })
    try {
      app.post('/v1/orders/:orderId/vouchers/:voucherCode', async (request) => {
        request.log.info({ req: request }, 'seen')
        throw Object.assign(new Error(`no person with ${phone}`), { body: request.body })
      })
      const orderId = '0190a0e0-0000-7000-8000-000000000001'
      await app.inject({
        method: 'POST',
        url: `/v1/orders/${orderId}/vouchers/7K2M9XQ?code=QUERYCODE`,
        headers: { authorization: 'Bearer HEADERTOKEN', cookie: 'a=COOKIE', 'x-request-id': 'request-1234' },
        payload: { note: 'BODYTEXT' },
      })
      for (const leak of ['QUERYCODE', 'HEADERTOKEN', 'COOKIE', 'BODYTEXT', '7K2M9XQ', phone]) {
        expect(written()).not.toContain(leak)
      }
      expect(written()).toContain('/v1/orders/:orderId/vouchers/:voucherCode')
      expect(written()).toContain(orderId)
      expect(written()).toContain('"status":500')
      expect(lines.every((line) => line.includes('request-1234'))).toBe(true)
    } finally {
      await app.close()
    }
  })

  test('keep a proxy’s request id only when it is one', () => {
    const idOf = (given: string) => {
      const request = new IncomingMessage(new Socket())
      request.headers['x-request-id'] = given
      return requestId(request)
    }
    expect(idOf('0af7651916cd43dd8448eb211c80319c')).toBe('0af7651916cd43dd8448eb211c80319c')
    for (const forged of ['', 'short', 'x'.repeat(65), 'line\nbreak-----', '"},{"level":"fatal']) {
      expect(idOf(forged)).toMatch(/^[0-9a-f-]{36}$/)
    }
  })
})
