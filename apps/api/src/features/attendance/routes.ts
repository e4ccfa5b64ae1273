import * as signups from '@sidan/types/signups'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { answerSignup } from '../signups/answer-signup.ts'
import { callRoll } from './call-roll.ts'
import { pickUpChild } from './pick-up-child.ts'
import { readReport } from './reads.ts'
import { reportShift } from './report-shift.ts'
import { revealRoll, showRoll, writeLooksAtRoll } from './reveal-roll.ts'

export function attendanceRoutes(http: Http<Actor>, crypto: Crypto): void {
  const show = (tx: Tx, actor: Actor, shiftId: string) => showRoll(tx, actor, crypto, shiftId)
  /** What a deed shows is looked at once, by whoever did it. */
  const looked = async (tx: Tx, actor: Actor, shiftId: string) => {
    await writeLooksAtRoll(tx, actor, shiftId)
    return shiftId
  }
  http.read(signups.getRoll, (tx, actor, { params }) => revealRoll(tx, actor, crypto, params.shiftId))
  http.write(signups.answerSignup, {
    subject: ({ params }) => params.signupId,
    run: async (tx, actor, { params, body }) => looked(tx, actor, await answerSignup(tx, actor, params.signupId, body)),
    show,
  })
  http.write(signups.callRoll, {
    subject: ({ params }) => params.shiftId,
    run: async (tx, actor, { params, body }) => {
      await callRoll(tx, actor, params.shiftId, body.marks)
      return looked(tx, actor, params.shiftId)
    },
    show,
  })
  http.write(signups.pickUpChild, {
    subject: ({ params }) => params.signupId,
    guess: { refusedAs: 'pick-up-code-wrong', typed: () => true },
    run: async (tx, actor, { params, body }) =>
      looked(tx, actor, await pickUpChild(tx, actor, crypto, params.signupId, body.code)),
    show,
  })
  http.write(signups.reportShift, {
    subject: ({ params }) => params.shiftId,
    run: (tx, actor, { params, body }) => reportShift(tx, actor, { ...params, ...body }),
    show: (tx, actor, shiftId) => readReport(tx, actor, shiftId),
  })
}
