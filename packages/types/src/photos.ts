/** Photos: uploaded as `multipart/form-data` (one part `photo`, at most 10 MB), re-encoded, EXIF stripped, named by content hash. */
import * as z from 'zod/mini'
import { PhotoHash } from './ids.ts'

export const photoUploadPath = '/v1/photos'
export const photoPath = (hash: PhotoHash) => `/v1/photos/${hash}`
export const PhotoStored = z.strictObject({ hash: PhotoHash, widthPx: z.int(), heightPx: z.int() })
export type PhotoStored = z.infer<typeof PhotoStored>
