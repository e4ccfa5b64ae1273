/** Who is signed in on this device, and in which county. */
import type { Tokens } from '@sidan/types/sessions'
import Taro from '@tarojs/taro'

const key = 'sidan.session'

export const readSession = (): Tokens | undefined => {
  const kept: unknown = Taro.getStorageSync(key)
  return typeof kept === 'object' && kept !== null && 'accessToken' in kept ? (kept as Tokens) : undefined
}
export const keepSession = (tokens: Tokens): void => Taro.setStorageSync(key, tokens)
export const forgetSession = (): void => Taro.removeStorageSync(key)

const elderKey = 'sidan.elder'
/** 长辈版 on this device. */
export const readElder = (): boolean => Taro.getStorageSync(elderKey) === true
export const keepElder = (on: boolean): void => Taro.setStorageSync(elderKey, on)
