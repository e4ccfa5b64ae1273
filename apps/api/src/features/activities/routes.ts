import { getActivity } from '@sidan/types/activities'
import * as forms from '@sidan/types/activity-forms'
import type { Crypto } from '../../platform/crypto.ts'
import type { Database, Tx } from '../../platform/db.ts'
import type { Http } from '../../platform/http.ts'
import { readActor } from '../roles/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { addShifts } from './add-shifts.ts'
import { changeActivity } from './change-activity.ts'
import { copyActivity } from './copy-activity.ts'
import { draftActivity } from './draft-activity.ts'
import { draftFromOrder } from './draft-from-order.ts'
import { publishActivity } from './publish-activity.ts'
import { readActivity } from './reads.ts'

export function activitiesRoutes(http: Http<Actor>, db: Database, crypto: Crypto): void {
  const show = (tx: Tx, actor: Actor, activityId: string) => readActivity(tx, actor, crypto, activityId)
  const onActivity = { subject: ({ params }: { params: { activityId: string } }) => params.activityId, show }
  http.open(getActivity, ({ params }, bearer) =>
    db.inCounty(params.countyId, async (tx) =>
      readActivity(tx, await readActor(tx, bearer), crypto, params.activityId),
    ),
  )
  http.write(forms.draftActivity, {
    subject: 'new',
    run: (tx, actor, { body }, id) => draftActivity(tx, actor, crypto, id, body),
    show,
  })
  http.write(forms.publishActivity, {
    ...onActivity,
    run: (tx, actor, { params, body }) => publishActivity(tx, actor, { ...params, ...body }),
  })
  http.write(forms.changeActivity, {
    ...onActivity,
    run: (tx, actor, { params, body }) => changeActivity(tx, actor, crypto, { ...params, ...body }),
  })
  http.write(forms.addShifts, {
    ...onActivity,
    run: (tx, actor, { params, body }) => addShifts(tx, actor, { ...params, ...body }),
  })
  http.write(forms.copyActivity, {
    subject: 'new',
    run: (tx, actor, { params, body }, id) => copyActivity(tx, actor, crypto, id, { ...params, ...body }),
    show,
  })
  http.write(forms.draftFromOrder, {
    subject: 'new',
    run: (tx, actor, { params }, id) => draftFromOrder(tx, actor, crypto, id, params.orderId),
    show,
  })
}
