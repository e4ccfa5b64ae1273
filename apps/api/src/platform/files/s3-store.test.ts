import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Bucket, startBucket } from '../../testing/bucket.ts'
import { s3Store } from './s3-store.ts'

let bucket: Bucket
beforeEach(async () => {
  bucket = await startBucket()
})
afterEach(() => bucket.close())

test('what was put in the bucket comes out the same, byte by byte', async () => {
  const store = s3Store(bucket.options)
  const bytes = Buffer.from([0xff, 0xd8, 0x00, 0x80, 0x0a])
  await store.put('photos/420882/ab/abc.jpg', bytes, 'image/jpeg')
  expect([...bucket.objects.keys()]).toEqual(['/photos-1/photos/420882/ab/abc.jpg'])
  const stored = await store.open('photos/420882/ab/abc.jpg')
  expect(stored?.sizeBytes).toBe(bytes.length)
  expect(stored && (await buffer(stored.stream)).equals(bytes)).toBe(true)
})

test('what is not there is null', async () => {
  expect(await s3Store(bucket.options).open('photos/420882/ab/abc.jpg')).toBeNull()
})

test('a wrong key is an error and stores nothing', async () => {
  const store = s3Store({ ...bucket.options, secretAccessKey: 'another' })
  await expect(store.put('a.jpg', Buffer.of(1), 'image/jpeg')).rejects.toThrow('403')
  await expect(store.open('a.jpg')).rejects.toThrow('403')
  expect(bucket.objects.size).toBe(0)
})
