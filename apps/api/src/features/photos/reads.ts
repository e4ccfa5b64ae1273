import type { Tx } from '../../platform/db.ts'

/** Whether this county has every photo named. Whose upload came first does not matter: only who has seen a photo knows its name. */
export async function knowsPhotos(tx: Tx, hashes: string[]): Promise<boolean> {
  const [row] = await tx.rows<{ known: number }>({
    name: 'photos.known',
    text: 'select count(*)::int as known from photos where county_id = $1 and hash = any ($2::text[])',
    values: [tx.countyId, hashes],
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
