/** What the endpoints of signing in are for. */
import type { EndpointDoc } from './endpoint-doc.ts'

export const sessions: Record<string, EndpointDoc> = {
  signInWithWechat: {
    summary: 'Signs in with the code of `wx.login`',
    description: 'The code is exchanged on the server; a first sign-in makes the person.',
  },
  refreshSession: {
    summary: 'Renews the access token',
    description: 'A refresh token is used once; a second use ends the session everywhere.',
  },
  signOut: {
    summary: 'Ends the session everywhere it was renewed',
    description: 'Unknown tokens are accepted silently.',
  },
  requestSignIn: {
    summary: '扫码登录: a browser asks to be signed in',
    description: 'Two minutes, one use, bound to `browserSecret`.',
  },
  confirmSignIn: { summary: '扫码登录: whoever is signed in in the mini-program confirms the browser’s short code' },
  claimSignIn: { summary: '扫码登录: the browser asks whether somebody confirmed, and gets its tokens once' },
  listDemoPeople: { summary: 'Demo only: who can be played, with one line on why' },
  signInAsDemoPerson: { summary: 'Demo only: signs in as one of them' },
}
