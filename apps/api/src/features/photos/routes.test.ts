import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { fulfillOrder } from '@sidan/types/order-moves'
import sharp from 'sharp'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

const picture = (red: number) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: { r: red, g: 80, b: 80 } } })
    .png()
    .toBuffer()
const headers = (who: string | undefined, county = w.county): Record<string, string> =>
  who === undefined ? {} : { authorization: `Bearer ${county.token(who)}` }

async function upload(who: string | undefined, bytes: Buffer, county = w.county) {
  const body = new FormData()
  body.append('photo', new Blob([new Uint8Array(bytes)]), 'photo.png')
  const response = await fetch(`${test.url}/v1/photos`, { method: 'POST', headers: headers(who, county), body })
  return { status: response.status, ...JSON.parse(await response.text()) }
}
const look = (who: string | undefined, hash: string, county = w.county) =>
  fetch(`${test.url}/v1/photos/${hash}`, { headers: headers(who, county) })

describe('a photo', () => {
  it('is taken, named by its content, and shown to the county’s people', async () => {
    const { status, hash, widthPx, heightPx } = await upload('volunteer', await picture(200))
    expect([status, widthPx, heightPx]).toEqual([201, 40, 30])
    const shown = await look('resident', hash)
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(shown.headers.get('cache-control')).toContain('private')
    expect((await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).width).toBe(40)
  })
  it('is not shown in another county, nor to who is not signed in', async () => {
    const { hash } = await upload('volunteer', await picture(10))
    expect((await look('center', hash, w.daye.county)).status).toBe(404)
    expect((await look(undefined, hash)).status).toBe(401)
    expect((await look('resident', '0'.repeat(64))).status).toBe(404)
    expect((await look('resident', '..%2f..%2fsecret')).status).toBe(404)
  })
  it.each([
    ['what is no photo', 'volunteer', () => Buffer.from('<svg/>'), 422, 'photo-refused'],
    ['a photo of nobody who is signed in', undefined, () => picture(1), 401, 'sign-in-needed'],
    ['more than 10 MB', 'volunteer', () => Buffer.alloc(10 * 1024 * 1024 + 1), 413, 'body-too-large'],
  ] as const)('is refused when it is %s', async (_what, who, bytes, status, code) => {
    expect(await upload(who, await bytes())).toMatchObject({ status, code })
  })
  it('is refused when it comes as anything but a form with one photo', async () => {
    const send = async (body: string | FormData, more: Record<string, string> = {}) => {
      const response = await fetch(`${test.url}/v1/photos`, {
        method: 'POST',
        headers: { ...headers('volunteer'), ...more },
        body,
      })
      return JSON.parse(await response.text()).code
    }
    expect(await send('{}', { 'content-type': 'application/json' })).toBe('unsupported-media')
    expect(await send('x', { 'content-type': 'image/jpeg' })).toBe('unsupported-media')
    expect(await send('no parts', { 'content-type': 'multipart/form-data; boundary=b' })).toBe('photo-refused')
    expect(await send('{}', { 'content-type': 'multipart/form-data' })).toBe('photo-refused')
    const two = new FormData()
    for (const part of ['photo', 'another']) two.append(part, new Blob(['x']), 'photo.png')
    expect(await send(two)).toBe('photo-refused')
    const words = new FormData()
    words.append('photo', 'not a file')
    expect(await send(words)).toBe('photo-refused')
  })
  it('shows a result, also when somebody else had uploaded the same', async () => {
    const { hash } = await upload('second', await picture(90))
    expect((await upload('volunteer', await picture(90))).hash).toBe(hash)
    const { orderId, version } = await w.accepted()
    const done = await w.county.as('volunteer')(fulfillOrder, {
      params: { orderId },
      body: { version, photos: [hash] },
    })
    expect(done.body.result?.photos).toEqual([hash])
  })
  it('of another county shows no result here', async () => {
    const { hash } = await upload('volunteer', await picture(33), w.daye.county)
    const { orderId, version } = await w.accepted()
    const done = await w.county.as('volunteer')(fulfillOrder, {
      params: { orderId },
      body: { version, photos: [hash] },
    })
    expect(done.code).toBe('photo-refused')
  })
})
