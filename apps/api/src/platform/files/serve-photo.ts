import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../problem.ts'
import type { Photos } from './photos.ts'

/**
 * Streams a photo to who may see it (the caller has checked). It is named by its content, so it may be kept for ever, but only by the viewer's own
 * browser: no shared cache may hold it. Refuses not-found.
 */
export async function servePhoto(
  photos: Photos,
  request: FastifyRequest,
  reply: FastifyReply,
  photo: { countyId: number; hash: string },
): Promise<FastifyReply> {
  const stored = await photos.openPhoto(photo.countyId, photo.hash)
  if (!stored) return refuse('not-found')
  const etag = `"${photo.hash}"`
  reply.headers({ etag, 'cache-control': 'private, max-age=31536000, immutable', 'x-content-type-options': 'nosniff' })
  if (request.headers['if-none-match'] === etag) {
    stored.stream.destroy()
    return reply.code(304).send()
  }
  return reply.type('image/jpeg').header('content-length', stored.sizeBytes).send(stored.stream)
}
