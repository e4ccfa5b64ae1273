/** Ways in that need nobody's help: WeChat's own login on the phone. */
import { signInWithWechat } from '@sidan/types/sessions'
import Taro from '@tarojs/taro'
import { call, type Failure } from '../api/call.ts'
import { keepSession } from './session.ts'

/** Whether this device can sign in by itself. A browser cannot: a phone that is signed in lets it in. */
export const hasWechat = process.env.TARO_ENV === 'weapp'

/** Exchanges WeChat's one-time code for a session. Undefined when it is done. */
export async function signInByWechat(countyId: number): Promise<Failure | undefined> {
  const code = await Taro.login()
    .then((login) => login.code)
    .catch(() => undefined)
  if (!code) return { ok: false, code: 'wechat-unavailable' }
  const outcome = await call(signInWithWechat, { body: { countyId, code } as never })
  if (!outcome.ok) return outcome
  keepSession(outcome.value)
  return undefined
}
