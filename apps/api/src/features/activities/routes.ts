import * as activities from '@sidan/types/activities'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { publishActivity } from './publish-activity.ts'
import { readActivities, readActivity } from './reads.ts'

export function activitiesRoutes(http: Http<Actor>): void {
  http.read(activities.listActivities, (tx, actor, { query }) => readActivities(tx, actor, query.unitId))
  http.write(activities.publishActivity, {
    subject: 'new',
    run: (tx, actor, { body }, id) => publishActivity(tx, actor, id, body),
    show: (tx, _actor, id) => readActivity(tx, id),
  })
}
