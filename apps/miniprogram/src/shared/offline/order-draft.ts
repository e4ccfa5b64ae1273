/** An order that was filled in before signing in: it waits on the phone, and the form opens with it again. */
import type { Slot } from '@sidan/types/units'
import Taro from '@tarojs/taro'

const key = 'sidan.order-draft'

export interface OrderDraft {
  /** What the form was opened with. */
  county: string
  item: string
  station: string
  slot: Slot
  address: string
  risks: [string, boolean][]
}

export const keepDraft = (draft: OrderDraft): void => Taro.setStorageSync(key, draft)
export const forgetDraft = (): void => Taro.removeStorageSync(key)
export const readDraft = (): OrderDraft | undefined => {
  const kept: OrderDraft | '' = Taro.getStorageSync(key)
  return kept === '' ? undefined : kept
}
