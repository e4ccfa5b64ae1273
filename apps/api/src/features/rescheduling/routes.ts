import * as shifts from '@sidan/types/shifts'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import type { Http } from '../../platform/http.ts'
import { readActivity } from '../activities/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { cancelActivity, cancelShift } from './cancel-shift.ts'
import { changeShift, setPlaces } from './change-shift.ts'

export function reschedulingRoutes(http: Http<Actor>, crypto: Crypto): void {
  const show = (tx: Tx, actor: Actor, activityId: string) => readActivity(tx, actor, crypto, activityId)
  const onShift = { subject: ({ params }: { params: { shiftId: string } }) => params.shiftId, show }
  http.write(shifts.changeShift, {
    ...onShift,
    run: (tx, actor, { params, body }) => changeShift(tx, actor, params.shiftId, body),
  })
  http.write(shifts.cancelShift, {
    ...onShift,
    run: (tx, actor, { params, body }) => cancelShift(tx, actor, params.shiftId, body.words),
  })
  http.write(shifts.setPlaces, {
    ...onShift,
    run: (tx, actor, { params, body }) => setPlaces(tx, actor, { ...params, ...body }),
  })
  http.write(shifts.cancelActivity, {
    subject: ({ params }) => params.activityId,
    run: (tx, actor, { params, body }) => cancelActivity(tx, actor, { ...params, ...body }),
    show,
  })
}
