/** Spreadsheets over the network: chosen by the person, sent as one part of a form. */
import { type SheetImport, sheetUploadPath } from '@sidan/types/sheet-imports'
import Taro from '@tarojs/taro'
import type { Outcome } from './call.ts'
import { bearer, outcomeOf, renewing } from './files.ts'

const base = API_BASE

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
