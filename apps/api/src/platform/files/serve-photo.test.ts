import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import Fastify, { type FastifyInstance } from 'fastify'
import sharp from 'sharp'
import * as z from 'zod/mini'
import { Refusal } from '../problem.ts'
import { folderStore } from './object-store.ts'
import { makePhotos } from './photos.ts'
import { servePhoto } from './serve-photo.ts'

const countyId = 420882
const Params = z.object({ hash: z.string() })
let app: FastifyInstance
let folder: string
let url: string
let hash: string
let sizeBytes: number

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidan-serve-'))
  const photos = makePhotos(folderStore(folder))
  const upload = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#2f6f4f' } })
    .png()
    .toBuffer()
  const stored = await photos.putPhoto(countyId, upload)
  if (typeof stored === 'string') throw new Error(stored)
  ;({ hash, sizeBytes } = stored)
  app = Fastify()
  app.setErrorHandler((error, _request, reply) => reply.code(error instanceof Refusal ? 404 : 500).send())
  app.get('/photos/:hash', (request, reply) =>
    servePhoto(photos, request, reply, { countyId, hash: z.parse(Params, request.params).hash }),
  )
  url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/photos`
})
afterAll(async () => {
  await app?.close()
  await rm(folder, { recursive: true })
})

test('a photo comes as the JPEG it is, to be kept for ever by the viewer alone', async () => {
  const response = await fetch(`${url}/${hash}`)
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-length': String(sizeBytes),
    'cache-control': 'private, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  })
  expect((await response.arrayBuffer()).byteLength).toBe(sizeBytes)
})

test('who has it already gets no bytes', async () => {
  const response = await fetch(`${url}/${hash}`, { headers: { 'if-none-match': `"${hash}"` } })
  expect(response.status).toBe(304)
  expect((await response.arrayBuffer()).byteLength).toBe(0)
})

test('what is not there is not found, and that answer is not kept', async () => {
  for (const other of ['0'.repeat(64), '..%2f..%2fsecret']) {
    const response = await fetch(`${url}/${other}`)
    expect(response.status).toBe(404)
    expect(response.headers.get('cache-control')).toBeNull()
  }
})
