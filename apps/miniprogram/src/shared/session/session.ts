/** Who is signed in on this device, and in which county. */
import type { Tokens } from '@sidan/types/sessions'
import Taro from '@tarojs/taro'

const key = 'sidan.session'
const countyKey = 'sidan.county'

export const readSession = (): Tokens | undefined => {
  const kept: unknown = Taro.getStorageSync(key)
  return typeof kept === 'object' && kept !== null && 'accessToken' in kept ? (kept as Tokens) : undefined
}
export function keepSession(tokens: Tokens): void {
  Taro.setStorageSync(key, tokens)
  Taro.setStorageSync(countyKey, tokens.countyId)
}
export const forgetSession = (): void => Taro.removeStorageSync(key)

/** A county that somebody looks around in before signing in. */
export const keepCounty = (countyId: number): void => Taro.setStorageSync(countyKey, countyId)

/** The county this device was signed in to, or looked around in, the last time, so that nobody chooses it twice. */
export const readCounty = (): number | undefined => {
  const kept: unknown = Taro.getStorageSync(countyKey)
  return typeof kept === 'number' ? kept : undefined
}

/** Where somebody is: the county of the session, else the one of the last time; empty while none is known. */
export const countyHere = (): string => String(readSession()?.countyId ?? readCounty() ?? '')
