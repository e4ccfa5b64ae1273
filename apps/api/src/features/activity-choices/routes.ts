import { countActivities } from '@sidan/types/activities'
import { getActivityForm } from '@sidan/types/activity-forms'
import type { Database } from '../../platform/db.ts'
import type { Http } from '../../platform/http.ts'
import { readActor } from '../roles/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { readActivityChoices, readActivityForm } from './reads.ts'

export function activityChoicesRoutes(http: Http<Actor>, db: Database): void {
  http.open(countActivities, ({ params }, bearer) =>
    db.inCounty(params.countyId, async (tx) => readActivityChoices(tx, await readActor(tx, bearer))),
  )
  http.read(getActivityForm, (tx, actor) => readActivityForm(tx, actor))
}
