import * as screens from '@sidan/types/screens'
import type { Crypto } from '../../platform/crypto.ts'
import type { Database } from '../../platform/db.ts'
import type { Http } from '../../platform/http.ts'
import { refuse } from '../../platform/problem.ts'
import { countyExists } from '../organisation/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { enrolScreen } from './enrol-screen.ts'
import { issueCodes } from './issue-codes.ts'
import { readCodes, readFace, readKept, readScreens } from './reads.ts'
import { requestScreen } from './request-screen.ts'
import { revokeScreen } from './revoke-screen.ts'

export function screensRoutes(http: Http<Actor>, db: Database, crypto: Crypto): void {
  http.open(screens.requestScreen, async ({ body }) => {
    if (!(await countyExists(db, body.countyId))) return refuse('not-found')
    return db.inCounty(body.countyId, (tx) => requestScreen(tx, crypto))
  })
  http.open(screens.showScreen, ({ body }) => db.inCounty(body.countyId, (tx) => readFace(tx, crypto, body)))
  http.write(screens.enrolScreen, {
    subject: 'new',
    guess: { refusedAs: 'screen-code-unknown', typed: () => true },
    run: (tx, actor, { params, body }, screenId) => enrolScreen(tx, actor, crypto, screenId, { ...params, ...body }),
    show: (tx, actor, screenId) => readKept(tx, actor, screenId),
  })
  http.read(screens.listScreens, (tx, actor, { params }) => readScreens(tx, actor, params.unitId))
  http.write(screens.revokeScreen, {
    subject: ({ params }) => params.screenId,
    run: (tx, actor, { params }) => revokeScreen(tx, actor, params.screenId),
    show: (tx, actor, screenId) => readKept(tx, actor, screenId),
  })
  http.write(screens.issueCodes, {
    subject: 'new',
    run: (tx, actor, { body }, screenId) =>
      issueCodes(
        tx,
        actor,
        screenId,
        'shiftId' in body ? { shiftId: body.shiftId, orderId: null } : { shiftId: null, orderId: body.orderId },
      ),
    show: (tx, actor, screenId) => readCodes(tx, actor, crypto, screenId),
  })
}
