/** Spreadsheets over the network: sent as one part of a form, fetched with the session and handed to the person. */
import { getMe } from '@sidan/types/people'
import type { ProblemCode } from '@sidan/types/problems'
import { type SheetImport, sheetUploadPath } from '@sidan/types/sheet-imports'
import Taro from '@tarojs/taro'
import { readSession } from '../session/session.ts'
import { call, type Outcome } from './call.ts'

const base = API_BASE
const bearer = () => ({ authorization: `Bearer ${readSession()?.accessToken ?? ''}` })

export type PickedSheet = File | string

/** Lets the person choose one file: of the browser, or out of a WeChat chat; undefined when they gave up. */
export async function pickSheet(): Promise<PickedSheet | undefined> {
  if (process.env.TARO_ENV === 'h5')
    return new Promise((resolve) => {
      const input = document.createElement('input')
      Object.assign(input, { type: 'file', accept: '.xlsx' })
      input.addEventListener('change', () => resolve(input.files?.[0]))
      input.addEventListener('cancel', () => resolve(undefined))
      input.click()
    })
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx'] }).catch(() => undefined)
  return chosen?.tempFiles[0]?.path
}

/** Once more after a renewal when the token had run out. */
async function renewing<Value>(work: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  const safely = () => work().catch((): Outcome<Value> => ({ ok: false, code: 'offline' }))
  const first = await safely()
  if (first.ok || first.code !== 'sign-in-needed') return first
  const renewed = await call(getMe)
  return renewed.ok ? safely() : renewed
}

function outcomeOf<Value>(status: number, reply: unknown): Outcome<Value> {
  if (status < 300) return { ok: true, value: reply as Value }
  const code = typeof reply === 'object' && reply !== null && 'code' in reply ? (reply.code as ProblemCode) : undefined
  return { ok: false, code: code ?? 'internal-error' }
}

/** Sends a sheet; the same `key` sends the same attempt. */
export const uploadSheet = (sheet: PickedSheet, key: string): Promise<Outcome<SheetImport>> =>
  renewing(async () => {
    const header = { ...bearer(), 'idempotency-key': key }
    if (typeof sheet === 'string') {
      const answer = await Taro.uploadFile({ url: base + sheetUploadPath, filePath: sheet, name: 'sheet', header })
      return outcomeOf(answer.statusCode, JSON.parse(answer.data))
    }
    const form = new FormData()
    form.append('sheet', sheet)
    const answer = await fetch(base + sheetUploadPath, { method: 'POST', headers: header, body: form })
    return outcomeOf(answer.status, await answer.json())
  })

/** Fetches a sheet and hands it over: saved by the browser, opened on the phone. */
export const openSheet = (path: string, name: string): Promise<Outcome<true>> =>
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
    await Taro.openDocument({ filePath: answer.tempFilePath, fileType: 'xlsx', showMenu: true })
    return { ok: true, value: true }
  })
