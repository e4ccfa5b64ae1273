/** People who come in by WeChat, as in a real county. */
import { signInWithWechat } from '@sidan/types/sessions'
import type { World } from './world.ts'

/** Signs somebody in by their openid; the first time makes the person. */
export async function signedInByWechat(w: World, openid: string) {
  const { standIn, call } = w.test
  const code = standIn.issueLoginCode(openid)
  const answer = await call(undefined, signInWithWechat, { body: { countyId: w.county.countyId, code } })
  if (answer.code !== undefined) throw new Error(`signing in: ${answer.code}`)
  return answer.body
}
