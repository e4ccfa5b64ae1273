/** What was done, written down before it is sent: it waits on the phone, one draft per order. */
import Taro from '@tarojs/taro'
import { useState } from 'react'

export interface ReportDraft {
  readonly what: string
  readonly count: string
  readonly note: string
  readonly photos: readonly string[]
}

const keyOf = (orderId: string) => `sidan.report-draft.${orderId}`

/** The draft of an order, how to change it, and how to end it once the server has it. */
export function useReportDraft(
  orderId: string,
  title: string,
): [ReportDraft, (part: Partial<ReportDraft>) => void, () => void] {
  const [draft, setDraft] = useState<ReportDraft>(() => {
    const kept: ReportDraft | '' = Taro.getStorageSync(keyOf(orderId))
    return kept || { what: title.slice(0, 20), count: '1', note: '', photos: [] }
  })
  const change = (part: Partial<ReportDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    Taro.setStorageSync(keyOf(orderId), next)
  }
  return [draft, change, () => Taro.removeStorageSync(keyOf(orderId))]
}
