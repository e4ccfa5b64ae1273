/** An order that was filled in before signing in: it waits on the phone, and the form opens with it again. */
import type { Slot } from '@sidan/types/units'
import Taro from '@tarojs/taro'

const key = 'sidan.order-draft'

export interface OrderDraft {
  /** What the form was opened with. */
  readonly county: string
  readonly item: string
  readonly station: string
  readonly slot: Slot
  readonly place: 'home' | 'station'
  readonly address: string
  readonly phone: string
  readonly note: string
  readonly headCount: string
  readonly risks: readonly (readonly [string, boolean])[]
}

export const keepDraft = (draft: OrderDraft): void => Taro.setStorageSync(key, draft)
export const forgetDraft = (): void => Taro.removeStorageSync(key)
export const readDraft = (): OrderDraft | undefined => {
  const kept: OrderDraft | '' = Taro.getStorageSync(key)
  return kept === '' ? undefined : kept
}
