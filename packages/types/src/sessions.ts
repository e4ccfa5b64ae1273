/** Signing in: WeChat login, H5 by a signed-in mini-program, demo; access token 15 min, refresh token rotating, one use. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { CountyId, CountyIdText, PersonId, SignInRequestId } from './ids.ts'
import { Instant } from './units.ts'

export const Tokens = z.strictObject({
  accessToken: z.string(),
  accessExpiresAt: Instant,
  refreshToken: z.string(),
  personId: PersonId,
  countyId: CountyId,
})
export type Tokens = z.infer<typeof Tokens>

const code = z.string().check(z.minLength(1), z.maxLength(200))

/** Exchanges `wx.login`'s code on the server; a first sign-in makes the person. */
export const signInWithWechat = endpoint({
  name: 'signInWithWechat',
  method: 'POST',
  path: '/v1/sessions/wechat',
  access: 'session',
  status: 201,
  body: z.strictObject({ countyId: CountyId, code }),
  reply: Tokens,
  problems: ['not-found', 'wechat-code-refused', 'wechat-unavailable'],
})

/** Rotates the refresh token; a token used twice revokes its whole family. */
export const refreshSession = endpoint({
  name: 'refreshSession',
  method: 'POST',
  path: '/v1/sessions/refresh',
  access: 'session',
  body: z.strictObject({ countyId: CountyId, refreshToken: code }),
  reply: Tokens,
  problems: ['refresh-token-refused'],
})

/** Revokes the refresh token's family. Unknown tokens are accepted silently. */
export const signOut = endpoint({
  name: 'signOut',
  method: 'POST',
  path: '/v1/sessions/end',
  access: 'session',
  body: z.strictObject({ countyId: CountyId, refreshToken: code }),
  reply: z.strictObject({ ended: z.literal(true) }),
})

/** H5: a browser asks; a signed-in mini-program confirms; 2 minutes, one use, bound to `browserSecret`. */
export const requestSignIn = endpoint({
  name: 'requestSignIn',
  method: 'POST',
  path: '/v1/sign-in-requests',
  access: 'session',
  status: 201,
  body: z.strictObject({ countyId: CountyId }),
  reply: z.strictObject({
    requestId: SignInRequestId,
    shortCode: z.string(),
    browserSecret: z.string(),
    expiresAt: Instant,
  }),
  problems: ['not-found'],
})

export const confirmSignIn = endpoint({
  name: 'confirmSignIn',
  method: 'POST',
  path: '/v1/sign-in-requests/confirm',
  body: z.strictObject({ shortCode: z.string().check(z.maxLength(20)) }),
  reply: z.strictObject({ requestId: SignInRequestId, confirmed: z.literal(true) }),
  problems: ['not-found', 'sign-in-request-expired', 'too-many-wrong-codes'],
})

export const claimSignIn = endpoint({
  name: 'claimSignIn',
  method: 'POST',
  path: '/v1/sign-in-requests/:requestId/claim',
  access: 'session',
  params: z.strictObject({ requestId: SignInRequestId }),
  body: z.strictObject({ countyId: CountyId, browserSecret: code }),
  reply: z.union([
    z.strictObject({ state: z.literal('waiting') }),
    z.strictObject({ state: z.literal('confirmed'), tokens: Tokens }),
  ]),
  problems: ['not-found', 'sign-in-request-expired', 'sign-in-request-not-yours'],
})

/** Demo only: who can be played, with one line on why. */
export const listDemoPeople = endpoint({
  name: 'listDemoPeople',
  method: 'GET',
  path: '/v1/demo/people',
  access: 'public',
  demo: true,
  query: z.strictObject({ countyId: CountyIdText }),
  reply: z.strictObject({
    items: z.array(
      z.strictObject({
        personId: PersonId,
        displayName: z.string(),
        line: z.string(),
        unitName: z.nullable(z.string()),
      }),
    ),
  }),
})

export const signInAsDemoPerson = endpoint({
  name: 'signInAsDemoPerson',
  method: 'POST',
  path: '/v1/demo/sessions',
  access: 'session',
  status: 201,
  demo: true,
  body: z.strictObject({ countyId: CountyId, personId: PersonId }),
  reply: Tokens,
  problems: ['not-found'],
})
