import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { s3Store } from './s3-store.ts'

const keys = { region: 'ap-wuhan', accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'the-secret-key' }
let server: Server
let endpoint: string
let bucket: Map<string, Buffer>

/** Signature version 4 worked out from the request as it arrived, independently of the library under test. */
function signatureOf(request: IncomingMessage): string {
  const header = (name: string) => String(request.headers[name] ?? '')
  const [, scope = '', signed = ''] =
    /Credential=[^/]+\/(\S+), SignedHeaders=([^,]+)/.exec(header('authorization')) ?? []
  const names = signed.split(';')
  const { pathname } = new URL(request.url ?? '/', 'http://x')
  const canonical = [
    request.method,
    pathname,
    '',
    ...names.map((name) => `${name}:${header(name)}`),
    '',
    signed,
    header('x-amz-content-sha256'),
  ].join('\n')
  const hash = createHash('sha256').update(canonical).digest('hex')
  const toSign = ['AWS4-HMAC-SHA256', header('x-amz-date'), scope, hash].join('\n')
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${keys.secretAccessKey}`)
  return hmac(key, toSign).toString('hex')
}

beforeEach(async () => {
  bucket = new Map()
  server = createServer(async (request, response) => {
    const body = await buffer(request)
    if (!request.headers.authorization?.endsWith(`Signature=${signatureOf(request)}`))
      return response.writeHead(403).end()
    const path = request.url ?? ''
    if (request.method === 'PUT') {
      bucket.set(path, body)
      return response.end()
    }
    const found = bucket.get(path)
    return found
      ? response.writeHead(200, { 'content-length': found.length }).end(found)
      : response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  endpoint = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

test('what was put in the bucket comes out the same, byte by byte', async () => {
  const store = s3Store({ endpoint, bucket: 'photos-1', ...keys })
  const bytes = Buffer.from([0xff, 0xd8, 0x00, 0x80, 0x0a])
  await store.put('photos/420882/ab/abc.jpg', bytes, 'image/jpeg')
  expect([...bucket.keys()]).toEqual(['/photos-1/photos/420882/ab/abc.jpg'])
  const stored = await store.open('photos/420882/ab/abc.jpg')
  expect(stored?.sizeBytes).toBe(bytes.length)
  expect(stored && (await buffer(stored.stream)).equals(bytes)).toBe(true)
})

test('what is not there is null', async () => {
  expect(await s3Store({ endpoint, bucket: 'photos-1', ...keys }).open('photos/420882/ab/abc.jpg')).toBeNull()
})

test('a wrong key is an error and stores nothing', async () => {
  const store = s3Store({ endpoint, bucket: 'photos-1', ...keys, secretAccessKey: 'another' })
  await expect(store.put('a.jpg', Buffer.of(1), 'image/jpeg')).rejects.toThrow('403')
  await expect(store.open('a.jpg')).rejects.toThrow('403')
  expect(bucket.size).toBe(0)
})
