import type { AnswerOf } from '@sidan/types/endpoint'
import type { listDemoPeople } from '@sidan/types/sessions'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'

/** Who can be played in a demo. */
export async function readDemoPeople(tx: Tx): Promise<AnswerOf<typeof listDemoPeople>> {
  const items = await tx.rows<AnswerOf<typeof listDemoPeople>['items'][number]>({
    name: 'sessions.demo-people',
    text: `select p.id as "personId", p.display_name as "displayName", p.demo_line as line, u.name as "unitName"
      from people p left join units u on u.county_id = p.county_id and u.id = p.home_station_id
      where p.county_id = $1 and p.demo_line is not null and p.closed_at is null order by p.id`,
    values: [tx.countyId],
  })
  return { items }
}

/** A demo person's id; somebody who is not one cannot be played. */
export async function readDemoPerson(tx: Tx, personId: string): Promise<string> {
  const [row] = await tx.rows<{ id: string }>({
    name: 'sessions.demo-person',
    text: 'select id from people where county_id = $1 and id = $2 and demo_line is not null and closed_at is null',
    values: [tx.countyId, personId],
  })
  return row?.id ?? refuse('not-found')
}
