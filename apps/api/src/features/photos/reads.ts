import type { Tx } from '../../platform/db.ts'

/** Whether every photo named was uploaded by this person. */
export async function knowsPhotos(tx: Tx, personId: string, hashes: string[]): Promise<boolean> {
  const [row] = await tx.rows<{ known: number }>({
    name: 'photos.known',
    text: 'select count(*)::int as known from photos where county_id = $1 and uploaded_by_id = $2 and hash = any ($3::text[])',
    values: [tx.countyId, personId, hashes],
  })
  return row?.known === new Set(hashes).size
}

/** Whether this county has a photo of this name. */
export async function isPhotoOfCounty(tx: Tx, hash: string): Promise<boolean> {
  const rows = await tx.rows({
    name: 'photos.of-county',
    text: 'select 1 from photos where county_id = $1 and hash = $2',
    values: [tx.countyId, hash],
  })
  return rows.length === 1
}
