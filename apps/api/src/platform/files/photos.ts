/**
 * Photos. Nothing that was uploaded is kept as it came: the type is read from the content, the picture is decoded, turned upright, made smaller and
 * encoded anew as JPEG, which drops EXIF (place, time, device), anything appended and anything disguised. What results is named by its SHA-256
 * within the county's folder: stored once, never changed, and never found from another county.
 */
import { createHash } from 'node:crypto'
import { BulkheadRejectedError, bulkhead } from 'cockatiel'
import sharp from 'sharp'
import type { ObjectStore, StoredObject } from './object-store.ts'

export const maxPhotoUploadBytes = 10 * 1024 * 1024
const maxEdgePx = 1600
/** Above what phones take, below what would fill the memory. */
const maxInputPixels = 64_000_000
const decodeSeconds = 10

export interface PutPhoto {
  /** SHA-256 of the stored JPEG, lower-case hex. */
  hash: string
  widthPx: number
  heightPx: number
  sizeBytes: number
}

/** `not-a-photo`: neither JPEG, PNG, WebP nor HEIC. `unreadable`: broken, or HEIC this server cannot decode. `busy`: try again. */
export type PhotoRefused = 'too-large' | 'not-a-photo' | 'unreadable' | 'too-many-pixels' | 'busy'

export interface Photos {
  putPhoto(countyId: number, upload: Buffer): Promise<PutPhoto | PhotoRefused>
  /** Null when this county has no such photo. */
  openPhoto(countyId: number, hash: string): Promise<StoredObject | null>
}

/** One per process: at most two photos are converted at once and eight wait, so that a busy day leaves the processor to everything else. */
export function makePhotos(store: ObjectStore): Photos {
  sharp.concurrency(1)
  sharp.cache(false)
  const room = bulkhead(2, 8)
  return {
    async putPhoto(countyId, upload) {
      if (upload.length > maxPhotoUploadBytes) return 'too-large'
      if (!looksLikePhoto(upload)) return 'not-a-photo'
      const encoded = await room
        .execute(() => encode(upload))
        .catch((error: unknown) => {
          if (error instanceof BulkheadRejectedError) return 'busy' as const
          throw error
        })
      if (typeof encoded === 'string') return encoded
      const { data, info } = encoded
      const hash = createHash('sha256').update(data).digest('hex')
      await store.put(nameOf(countyId, hash), data, 'image/jpeg')
      return { hash, widthPx: info.width, heightPx: info.height, sizeBytes: data.length }
    },
    openPhoto: async (countyId, hash) => (/^[0-9a-f]{64}$/.test(hash) ? store.open(nameOf(countyId, hash)) : null),
  }
}

// Only numbers and hex digits ever become part of a path.
function nameOf(countyId: number, hash: string): string {
  if (!Number.isInteger(countyId)) throw new Error('a county is an integer')
  return `photos/${countyId}/${hash.slice(0, 2)}/${hash}.jpg`
}

// The decoder would also open SVG, PDF and a dozen formats with a history of holes: it only gets to see what begins like a photo.
function looksLikePhoto(bytes: Buffer): boolean {
  const ascii = (from: number, to: number) => bytes.toString('latin1', from, to)
  const isJpeg = ascii(0, 3) === '\xff\xd8\xff'
  const isPng = ascii(0, 8) === '\x89PNG\r\n\x1a\n'
  const isWebp = ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP'
  const isHeif = ascii(4, 8) === 'ftyp' && /^(hei[cxms]|hev[cx]|mif1|msf1|avif)$/.test(ascii(8, 12))
  return isJpeg || isPng || isWebp || isHeif
}

async function encode(upload: Buffer) {
  try {
    return await sharp(upload, { limitInputPixels: maxInputPixels, failOn: 'error' })
      .timeout({ seconds: decodeSeconds })
      .autoOrient()
      .resize({ width: maxEdgePx, height: maxEdgePx, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 80 })
      .toBuffer({ resolveWithObject: true })
  } catch (error) {
    return String(error).includes('exceeds pixel limit') ? 'too-many-pixels' : 'unreadable'
  }
}
