/** Files over the network: fetched with the session, and handed to the person. */
import { getMe } from '@sidan/types/people'
import type { ProblemCode } from '@sidan/types/problems'
import Taro from '@tarojs/taro'
import { readSession } from '../session/session.ts'
import { call, type Outcome } from './call.ts'

const base = API_BASE
export const bearer = () => ({ authorization: `Bearer ${readSession()?.accessToken ?? ''}` })

/** Once more after a renewal when the token had run out. */
export async function renewing<Value>(work: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  const safely = () => work().catch((): Outcome<Value> => ({ ok: false, code: 'offline' }))
  const first = await safely()
  if (first.ok || first.code !== 'sign-in-needed') return first
  const renewed = await call(getMe)
  return renewed.ok ? safely() : renewed
}

/** What came back, as an outcome: refused by its code. */
export function outcomeOf<Value>(status: number, reply: unknown): Outcome<Value> {
  if (status < 300) return { ok: true, value: reply as Value }
  const code = typeof reply === 'object' && reply !== null && 'code' in reply ? (reply.code as ProblemCode) : undefined
  return { ok: false, code: code ?? 'internal-error' }
}

/** Fetches a file and hands it over under its name: saved by the browser, opened on the phone, where it can be sent on. */
export const openFile = (path: string, name: `${string}.${'xlsx' | 'pdf'}`): Promise<Outcome<true>> =>
  renewing(async () => {
    if (process.env.TARO_ENV === 'h5') {
      const answer = await fetch(base + path, { headers: bearer() })
      if (!answer.ok) return outcomeOf(answer.status, await answer.json())
      const url = URL.createObjectURL(await answer.blob())
      Object.assign(document.createElement('a'), { href: url, download: name }).click()
      setTimeout(() => URL.revokeObjectURL(url), 60_000)
      return { ok: true, value: true }
    }
    const answer = await Taro.downloadFile({ url: base + path, header: bearer() })
    if (answer.statusCode !== 200)
      return { ok: false, code: answer.statusCode === 401 ? 'sign-in-needed' : 'not-found' }
    await Taro.openDocument({
      filePath: answer.tempFilePath,
      fileType: name.endsWith('.pdf') ? 'pdf' : 'xlsx',
      showMenu: true,
    })
    return { ok: true, value: true }
  })
