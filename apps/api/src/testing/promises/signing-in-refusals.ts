/** What signing in may be refused with, by us and by WeChat. */
import { savePhoneFromWechat } from '@sidan/types/people'
import * as sessions from '@sidan/types/sessions'
import type { World } from '../world.ts'
import { asking } from './valid-requests.ts'
import { type Refusing, refused } from './verbs.ts'

const login = (w: World, openid: string) => w.test.standIn.issueLoginCode(openid)
const usedCode = 'no-such-code'
const confirming = async (w: World) => {
  const request = await w.done('resident', sessions.requestSignIn, { body: { countyId: w.county.countyId } })
  return { request, body: { countyId: w.county.countyId, browserSecret: request.browserSecret } }
}

export const refusalsOfSigningIn: Refusing[] = [
  refused(sessions.signInWithWechat, 'not-found', 'no such county is served', (w) => ({
    as: undefined,
    body: { countyId: 110000, code: login(w, 'somebody') },
  })),
  refused(sessions.requestSignIn, 'not-found', 'no such county is served', () => ({
    as: undefined,
    body: { countyId: 110000 },
  })),
  refused(sessions.signInWithWechat, 'wechat-code-refused', 'WeChat never gave that code', (w) => ({
    as: undefined,
    body: { countyId: w.county.countyId, code: usedCode },
  })),
  refused(sessions.signInWithWechat, 'wechat-unavailable', 'WeChat has too much to do', (w) => {
    w.test.standIn.fail('code2Session', { errcode: 45011 })
    return { as: undefined, body: { countyId: w.county.countyId, code: login(w, 'somebody') } }
  }),
  refused(savePhoneFromWechat, 'wechat-code-refused', 'WeChat never gave that code', () => ({
    as: 'resident',
    body: { code: usedCode },
  })),
  refused(savePhoneFromWechat, 'wechat-unavailable', 'WeChat has too much to do', (w) => {
    w.test.standIn.fail('getPhoneNumber', { errcode: 45011 })
    return { as: 'resident', body: { code: w.test.standIn.issuePhoneCode('13800000126') } }
  }),
  refused(sessions.refreshSession, 'refresh-token-refused', 'the token is of another county', async (w) => ({
    as: undefined,
    body: { ...Object((await asking(sessions.refreshSession, w)).body), countyId: w.daye.county.countyId },
  })),
  refused(sessions.confirmSignIn, 'not-found', 'no browser shows that code', () => ({
    as: 'resident',
    body: { shortCode: '7K2M9X' },
  })),
  refused(sessions.confirmSignIn, 'sign-in-request-expired', 'two minutes are over', async (w) => ({
    as: 'resident',
    body: { shortCode: (await confirming(w)).request.shortCode },
    daysLater: 1,
  })),
  refused(sessions.claimSignIn, 'sign-in-request-expired', 'two minutes are over', async (w) => {
    const { request, body } = await confirming(w)
    return { as: undefined, params: { requestId: request.requestId }, body, daysLater: 1 }
  }),
  refused(sessions.claimSignIn, 'sign-in-request-not-yours', 'another browser asks', async (w) => {
    const { request, body } = await confirming(w)
    return { as: undefined, params: { requestId: request.requestId }, body: { ...body, browserSecret: 'another' } }
  }),
  refused(sessions.claimSignIn, 'not-found', 'it is claimed in another county', async (w) => {
    const { request, body } = await confirming(w)
    const countyId = w.daye.county.countyId
    return { as: undefined, params: { requestId: request.requestId }, body: { ...body, countyId } }
  }),
  refused(sessions.signInAsDemoPerson, 'not-found', 'the person is another county’s', (w) => ({
    as: undefined,
    body: { countyId: w.county.countyId, personId: w.daye.county.cast['resident'] },
  })),
]
