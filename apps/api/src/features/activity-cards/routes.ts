import { findActivities } from '@sidan/types/activities'
import { listRunActivities } from '@sidan/types/activity-forms'
import type { Database } from '../../platform/db.ts'
import type { Http } from '../../platform/http.ts'
import { readActor } from '../roles/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { readActivities, readRunActivities } from './reads.ts'

export function activityCardsRoutes(http: Http<Actor>, db: Database): void {
  http.open(findActivities, ({ params, query }, bearer) =>
    db.inCounty(params.countyId, async (tx) => readActivities(tx, await readActor(tx, bearer), query)),
  )
  http.read(listRunActivities, (tx, actor, { query }) => readRunActivities(tx, actor, query))
}
