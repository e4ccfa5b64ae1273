import multipart from '@fastify/multipart'
import { PhotoHash } from '@sidan/types/ids'
import { PhotoStored, photoUploadPath } from '@sidan/types/photos'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import type { Bearer } from '../../platform/auth.ts'
import type { Database } from '../../platform/db.ts'
import { maxPhotoUploadBytes, type Photos } from '../../platform/files/photos.ts'
import { servePhoto } from '../../platform/files/serve-photo.ts'
import { refuse } from '../../platform/problem.ts'
import { isPhotoOfCounty } from './reads.ts'
import { storePhoto } from './store-photo.ts'

interface PhotoDeps {
  db: Database
  photos: Photos
  bearerOf(request: FastifyRequest): Promise<Bearer | undefined>
}

/** Upload (one part `photo`) and download; a photo is named by its content, so sending it again changes nothing and needs no Idempotency-Key. */
export async function photosRoutes(app: FastifyInstance, { db, photos, bearerOf }: PhotoDeps): Promise<void> {
  // In a scope of its own: nothing but photos is taken as a form.
  await app.register(async (scope) => {
    await scope.register(multipart, { limits: { fileSize: maxPhotoUploadBytes, files: 1, fields: 0 } })
    scope.post(photoUploadPath, { bodyLimit: maxPhotoUploadBytes + 65_536 }, async (request, reply) => {
      const bearer = (await bearerOf(request)) ?? refuse('sign-in-needed')
      if (!request.isMultipart()) refuse('unsupported-media')
      const upload = await photoOf(request)
      if (!upload) return refuse('photo-refused')
      const stored = await photos.putPhoto(bearer.countyId, upload)
      if (stored === 'busy') return refuse('try-again')
      if (typeof stored === 'string') return refuse('photo-refused', stored)
      await db.inCounty(bearer.countyId, (tx) => storePhoto(tx, bearer.personId, stored))
      return reply
        .code(201)
        .send(z.parse(PhotoStored, { hash: stored.hash, widthPx: stored.widthPx, heightPx: stored.heightPx }))
    })
    scope.get<{ Params: { hash: string } }>(`${photoUploadPath}/:hash`, async (request, reply) => {
      const bearer = (await bearerOf(request)) ?? refuse('sign-in-needed')
      const hash = z.safeParse(PhotoHash, request.params.hash)
      if (!hash.success) return refuse('not-found')
      const known = await db.inCounty(bearer.countyId, (tx) => isPhotoOfCounty(tx, hash.data))
      return known
        ? servePhoto(photos, request, reply, { countyId: bearer.countyId, hash: hash.data })
        : refuse('not-found')
    })
  })
}

/**
 * The bytes of the one part; none where the form has none or more, or is cut or garbled. Whether there were too many is asked of the part: the
 * parser tells it only when another chunk follows the one that was cut.
 */
async function photoOf(request: FastifyRequest): Promise<Buffer | undefined> {
  const part = await request.file().catch(() => undefined)
  const bytes = await part?.toBuffer().catch(() => undefined)
  return part?.file.truncated ? refuse('body-too-large') : bytes
}
