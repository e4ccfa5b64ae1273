import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { photoUploadPath } from '@sidan/types/photos'
import sharp from 'sharp'
import { s3Store } from '../../platform/files/s3-store.ts'
import { type Bucket, startBucket } from '../../testing/bucket.ts'
import { type County, startTestApp, type TestApp } from '../../testing/test-app.ts'

let bucket: Bucket
let test: TestApp
beforeAll(async () => {
  bucket = await startBucket()
  test = await startTestApp({ twoCounties: true, store: s3Store(bucket.options) })
})
afterAll(async () => {
  await test?.close()
  await bucket?.close()
})

const picture = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#c8102e' } })
    .png()
    .toBuffer()
const bearer = (county: County, who: string) => ({ authorization: `Bearer ${county.token(who)}` })
async function upload(county: County, who: string, bytes: Buffer) {
  const form = new FormData()
  form.append('photo', new Blob([new Uint8Array(bytes)]), 'a.png')
  const response = await fetch(`${test.url}${photoUploadPath}`, {
    method: 'POST',
    headers: bearer(county, who),
    body: form,
  })
  return { status: response.status, body: JSON.parse(await response.text()) }
}
const download = (county: County, who: string, hash: string) =>
  fetch(`${test.url}${photoUploadPath}/${hash}`, { headers: bearer(county, who) })

describe('a photo in a bucket', () => {
  it('lies under its county and its content, and comes back the same to that county alone', async () => {
    const [jingshan, daye] = test.counties as [County, County]
    const { status, body } = await upload(jingshan, 'volunteer', await picture())
    expect([status, body.widthPx, body.heightPx]).toEqual([201, 40, 30])
    const path = `/photos-1/photos/420882/${body.hash.slice(0, 2)}/${body.hash}.jpg`
    expect([...bucket.objects.keys()]).toEqual([path])
    const mine = await download(jingshan, 'volunteer', body.hash)
    expect(mine.headers.get('content-type')).toBe('image/jpeg')
    expect(Buffer.from(await mine.arrayBuffer()).equals(bucket.objects.get(path) ?? Buffer.of())).toBe(true)
    expect((await download(daye, 'volunteer', body.hash)).status).toBe(404)
  })
  it('sent twice is stored once', async () => {
    const [jingshan] = test.counties as [County]
    const again = await upload(jingshan, 'second', await picture())
    expect(again.status).toBe(201)
    expect(bucket.objects.size).toBe(1)
  })
  it('that is none is refused and nothing is stored', async () => {
    const [jingshan] = test.counties as [County]
    expect((await upload(jingshan, 'volunteer', Buffer.from('<svg/>'))).body.code).toBe('photo-refused')
    expect(bucket.objects.size).toBe(1)
  })
})
