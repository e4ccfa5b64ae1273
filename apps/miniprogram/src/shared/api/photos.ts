/** Photos over the network: sent as one part of a form, fetched with the session. */

import { getMe } from '@sidan/types/people'
import { type PhotoStored, photoPath, photoUploadPath } from '@sidan/types/photos'
import type { ProblemCode } from '@sidan/types/problems'
import Taro from '@tarojs/taro'
import { readSession } from '../session/session.ts'
import { call, type Outcome } from './call.ts'

const base = API_BASE
const bearer = () => ({ authorization: `Bearer ${readSession()?.accessToken ?? ''}` })

/** Sends one photo: a file of the browser, or a path on the phone. A token that has run out is renewed first. */
export async function uploadPhoto(photo: File | string): Promise<Outcome<PhotoStored>> {
  const sent = await send(photo)
  if (sent.ok || sent.code !== 'sign-in-needed') return sent
  const renewed = await call(getMe)
  return renewed.ok ? send(photo) : renewed
}

async function send(photo: File | string): Promise<Outcome<PhotoStored>> {
  try {
    return typeof photo === 'string' ? await sendFromPhone(photo) : await sendFromBrowser(photo)
  } catch {
    return { ok: false, code: 'offline' }
  }
}

async function sendFromPhone(filePath: string): Promise<Outcome<PhotoStored>> {
  const answer = await Taro.uploadFile({ url: base + photoUploadPath, filePath, name: 'photo', header: bearer() })
  return outcomeOf(answer.statusCode, JSON.parse(answer.data))
}

async function sendFromBrowser(file: File): Promise<Outcome<PhotoStored>> {
  const form = new FormData()
  form.append('photo', file)
  const answer = await fetch(base + photoUploadPath, { method: 'POST', headers: bearer(), body: form })
  return outcomeOf(answer.status, await answer.json())
}

function outcomeOf(status: number, reply: unknown): Outcome<PhotoStored> {
  if (status < 300) return { ok: true, value: reply as PhotoStored }
  const code = typeof reply === 'object' && reply !== null && 'code' in reply ? (reply.code as ProblemCode) : undefined
  return { ok: false, code: code ?? 'internal-error' }
}

const fetched = new Map<string, string>()

/** Where a picture element finds a stored photo; undefined when it cannot be had now. */
export async function photoSource(hash: string): Promise<string | undefined> {
  const known = fetched.get(hash)
  if (known) return known
  const source = await fetchPhoto(base + photoPath(hash)).catch(() => undefined)
  if (source) fetched.set(hash, source)
  return source
}

async function fetchPhoto(url: string): Promise<string | undefined> {
  if (process.env.TARO_ENV === 'h5') {
    const answer = await fetch(url, { headers: bearer() })
    return answer.ok ? URL.createObjectURL(await answer.blob()) : undefined
  }
  const answer = await Taro.downloadFile({ url, header: bearer() })
  return answer.statusCode === 200 ? answer.tempFilePath : undefined
}
