import * as sessions from '@sidan/types/sessions'
import type { Database } from '../../platform/db.ts'
import type { Http } from '../../platform/http.ts'
import { refuse } from '../../platform/problem.ts'
import type { Wechat } from '../../platform/wechat/client.ts'
import { countyExists } from '../organisation/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { issueTokens, type Keys } from './issue-tokens.ts'
import { openSession } from './open-session.ts'
import { readDemoPeople, readDemoPerson } from './reads.ts'
import { endSession, refreshSession } from './refresh-session.ts'
import { claimSignIn, confirmSignIn, requestSignIn } from './request-sign-in.ts'

export interface SessionDeps {
  db: Database
  keys: Keys
  wechat: Wechat
}

export function sessionsRoutes(http: Http<Actor>, { db, keys, wechat }: SessionDeps): void {
  http.open(sessions.signInWithWechat, async ({ body }) => {
    if (!(await countyExists(db, body.countyId))) return refuse('not-found')
    const login = await wechat.code2Session(body.code)
    if (!login.ok)
      return refuse(
        login.reason === 'refused' || login.reason === 'blocked' ? 'wechat-code-refused' : 'wechat-unavailable',
      )
    return db.inCounty(body.countyId, (tx) => openSession(tx, keys, login.value.openid))
  })
  http.open(sessions.refreshSession, async ({ body }) => {
    const tokens = await db.inCounty(body.countyId, (tx) => refreshSession(tx, keys, body.refreshToken))
    return tokens ?? refuse('refresh-token-refused')
  })
  http.open(sessions.signOut, async ({ body }) => {
    await db.inCounty(body.countyId, (tx) => endSession(tx, keys, body.refreshToken))
    return { ended: true as const }
  })
  http.open(sessions.requestSignIn, async ({ body }) => {
    if (!(await countyExists(db, body.countyId))) return refuse('not-found')
    return db.inCounty(body.countyId, (tx) => requestSignIn(tx, keys))
  })
  http.write(sessions.confirmSignIn, {
    subject: () => undefined,
    guess: { refusedAs: 'not-found', typed: () => true },
    run: (tx, actor, { body }) => confirmSignIn(tx, actor, body.shortCode),
    show: async (_tx, _actor, requestId) => ({ requestId, confirmed: true as const }),
  })
  http.open(sessions.claimSignIn, ({ params, body }) =>
    db.inCounty(body.countyId, (tx) => claimSignIn(tx, keys, params.requestId, body.browserSecret)),
  )
}

/** Demo sign-in: registered only for a database that is marked as demo. */
export function demoRoutes(http: Http<Actor>, { db, keys }: Pick<SessionDeps, 'db' | 'keys'>): void {
  http.open(sessions.listDemoPeople, ({ query }) => db.inCounty(query.countyId, (tx) => readDemoPeople(tx)))
  http.open(sessions.signInAsDemoPerson, ({ body }) =>
    db.inCounty(body.countyId, async (tx) => issueTokens(tx, keys, await readDemoPerson(tx, body.personId))),
  )
}
