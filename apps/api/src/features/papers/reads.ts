import type { Tx } from '../../platform/db.ts'
import type { Place } from '../roles/rules.ts'

/** Where a person with an open account belongs: without a home station, to the center alone. Undefined when there is nobody. */
export async function findPlaceOf(tx: Tx, personId: string): Promise<Place | undefined> {
  const [row] = await tx.rows<Place>({
    name: 'papers.place',
    text: `select coalesce(p.home_station_id::text, '') as "stationId", u.institute_id as "instituteId" from people p
      left join units u on u.county_id = p.county_id and u.id = p.home_station_id
      where p.county_id = $1 and p.id = $2 and p.closed_at is null`,
    values: [tx.countyId, personId],
  })
  return row
}

/** The subtree of a unit of tier $2 and id $3 as a condition on a person's home station `u`. */
export const inSubtreeSql = `($2 = 'center' or u.id = $3 or ($2 = 'institute' and u.institute_id = $3))`
