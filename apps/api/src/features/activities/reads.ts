import type { listActivities, publishActivity } from '@sidan/types/activities'
import { addDays, civilDay, momentOf } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'

type Row = Omit<AnswerOf<typeof publishActivity>, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date }

const select = `select a.id as "activityId", a.title, a.place, a.starts_at as "startsAt", a.ends_at as "endsAt", a.unit_id as "unitId", u.name as "unitName", a.capacity
  from activities a join units u on u.county_id = a.county_id and u.id = a.unit_id`

const shown = (row: Row) => ({ ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() })

export async function readActivity(tx: Tx, activityId: string): Promise<AnswerOf<typeof publishActivity>> {
  const [row] = await tx.rows<Row>({
    name: 'activities.one',
    text: `${select} where a.county_id = $1 and a.id = $2`,
    values: [tx.countyId, activityId],
  })
  return row ? shown(row) : refuse('not-found')
}

/** The coming seven days at a unit (the caller's home station, unless another is named) and at its institute and the center. */
export async function readActivities(
  tx: Tx,
  actor: Actor,
  unitId: string | undefined,
): Promise<AnswerOf<typeof listActivities>> {
  const rows = await tx.rows<Row>({
    name: 'activities.week',
    text: `${select} where a.county_id = $1 and a.ends_at > $3 and a.starts_at < $4 and (u.tier = 'center' or $2::uuid is null or a.unit_id = $2
        or a.unit_id = (select h.institute_id from units h where h.county_id = $1 and h.id = $2)
        or u.institute_id = (select h.institute_id from units h where h.county_id = $1 and h.id = $2))
      order by a.starts_at, a.id limit 50`,
    values: [tx.countyId, unitId ?? actor.homeStationId, tx.now, momentOf(addDays(civilDay(tx.now), 8))],
  })
  return { items: rows.map(shown) }
}
