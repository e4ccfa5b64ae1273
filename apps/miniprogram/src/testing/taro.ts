/** Stands in for @tarojs/taro where pages are tested in a DOM: what the device keeps, real HTTP, and what the page asked of the phone. */
import { useEffect } from 'react'
import { send } from '../../sandbox/request.ts'

const kept = new Map<string, unknown>()

/** What the page under test asked of the phone, and what it is given. */
export const phone = {
  /** Server that requests go to; undefined: no signal. */
  origin: undefined as string | undefined,
  /** The query the page was opened with. */
  params: {} as Record<string, string>,
  /** What a scan reads; undefined: given up. */
  scanned: undefined as string | undefined,
  /** Navigations and words shown, in order: `navigateTo /orders/…`. */
  asked: [] as string[],
  forget() {
    kept.clear()
    Object.assign(phone, { origin: undefined, params: {}, scanned: undefined, asked: [] })
  },
}

const asking =
  (api: string) =>
  async (options: { url?: string; title?: string; phoneNumber?: string } = {}) => {
    phone.asked.push([api, options.url ?? options.title ?? options.phoneNumber].filter(Boolean).join(' '))
  }

/** Runs once the page shows, as on first show. */
export const useDidShow = (work: () => void): void => useEffect(work, [])

/** Pages under test are never left. */
export const useDidHide = (): void => undefined

export const useRouter = () => ({ params: phone.params })

export default {
  getStorageSync: (key: string): unknown => kept.get(key) ?? '',
  setStorageSync: (key: string, value: unknown): void => void kept.set(key, value),
  removeStorageSync: (key: string): void => void kept.delete(key),
  getCurrentPages: (): unknown[] => [],
  navigateTo: asking('navigateTo'),
  redirectTo: asking('redirectTo'),
  navigateBack: asking('navigateBack'),
  switchTab: asking('switchTab'),
  reLaunch: asking('reLaunch'),
  showToast: asking('showToast'),
  makePhoneCall: asking('makePhoneCall'),
  scanCode: async () => {
    if (phone.scanned === undefined) throw new Error('scanCode:fail cancel')
    return { result: phone.scanned }
  },
  request: async (options: { url: string; method: string; header: Record<string, string>; data?: string }) => {
    const { status, reply, failed } = await send(phone.origin, options)
    if (failed) throw new Error(`request:fail ${failed}`)
    return { statusCode: status, data: reply }
  },
}
