import type { Tx } from '../../platform/db.ts'
import type { PutPhoto } from '../../platform/files/photos.ts'

/** Writes down a stored photo; the same photo from somebody else is the same row. */
export async function storePhoto(tx: Tx, personId: string, photo: PutPhoto): Promise<void> {
  await tx.rows({
    name: 'photos.store',
    text: `insert into photos (county_id, hash, uploaded_by_id, width_px, height_px, byte_count, uploaded_at)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    values: [tx.countyId, photo.hash, personId, photo.widthPx, photo.heightPx, photo.sizeBytes, tx.now],
  })
}
