import * as signups from '@sidan/types/signups'
import type { Crypto } from '../../platform/crypto.ts'
import { pageLimit } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import type { Http } from '../../platform/http.ts'
import { readActivity } from '../activities/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { leaveShift } from './leave-shift.ts'
import { readMyShifts } from './reads.ts'
import { signUpAttendee, signUpForSeries } from './sign-up-attendee.ts'

export function signupsRoutes(http: Http<Actor>, crypto: Crypto): void {
  const show = (tx: Tx, actor: Actor, activityId: string) => readActivity(tx, actor, crypto, activityId)
  http.read(signups.listMyShifts, (tx, actor, { query }) =>
    readMyShifts(tx, actor, crypto, {
      past: query.past === 'true',
      cursor: query.cursor,
      limit: pageLimit(query.limit),
    }),
  )
  http.write(signups.signUp, {
    subject: ({ params }) => params.shiftId,
    run: (tx, actor, { params, body }) => signUpAttendee(tx, actor, params.shiftId, body),
    show,
  })
  http.write(signups.signUpForAll, {
    subject: ({ params }) => params.activityId,
    run: (tx, actor, { params, body }) => signUpForSeries(tx, actor, params.activityId, body),
    show,
  })
  http.write(signups.leaveShift, {
    subject: ({ params }) => params.signupId,
    run: (tx, actor, { params }) => leaveShift(tx, actor, params.signupId),
    show,
  })
}
