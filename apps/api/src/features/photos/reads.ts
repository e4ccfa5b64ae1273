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
