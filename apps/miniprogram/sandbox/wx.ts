/** The `wx` of the sandbox: storage and requests that work, the rest answered from a table. An API that is not here does not exist. */
import { type Exchange, type Options, send } from './request.ts'

/** An answer to hand to `success`, or a function that stands in for the whole API. */
export type WxOverrides = Record<string, object | ((options: Options) => unknown)>

export interface WxCall {
  readonly api: string
  readonly options: unknown
}

interface Host {
  /** Where relative addresses of requests go; undefined: every request fails as without signal. */
  readonly origin: () => string | undefined
  readonly overrides: WxOverrides
  readonly storage: Record<string, unknown>
  readonly navigation: Record<string, (url: string, options: Options) => void>
  adopt(value: unknown): unknown
}

/** APIs that take `success`, `fail` and `complete`, with what they answer. */
const answers: Record<string, object> = {
  showToast: {},
  hideToast: {},
  showLoading: {},
  hideLoading: {},
  showModal: { confirm: true, cancel: false },
  showActionSheet: { tapIndex: 0 },
  setNavigationBarTitle: {},
  setNavigationBarColor: {},
  setBackgroundColor: {},
  pageScrollTo: {},
  makePhoneCall: {},
  setClipboardData: {},
  setKeepScreenOn: {},
  vibrateShort: {},
  requestSubscribeMessage: {},
  login: { code: 'code-of-the-sandbox' },
  getNetworkType: { networkType: 'wifi' },
  scanCode: { result: '', scanType: 'QR_CODE' },
}

const windowInfo = {
  windowWidth: 375,
  windowHeight: 812,
  screenWidth: 375,
  screenHeight: 812,
  pixelRatio: 2,
  statusBarHeight: 44,
}
const baseInfo = { SDKVersion: '3.8.0', language: 'zh_CN', theme: 'light', fontSizeScaleFactor: 1, platform: 'android' }

/** APIs that return at once. */
const facts: Record<string, unknown> = {
  getWindowInfo: windowInfo,
  getAppBaseInfo: baseInfo,
  getDeviceInfo: { platform: 'android', system: 'Android 13', model: 'sandbox' },
  getSystemInfoSync: {
    ...windowInfo,
    ...baseInfo,
    safeArea: { top: 44, bottom: 778, left: 0, right: 375, width: 375, height: 734 },
  },
  getMenuButtonBoundingClientRect: { top: 48, bottom: 80, left: 278, right: 365, width: 87, height: 32 },
  canIUse: true,
}

const events = [
  'onNetworkStatusChange',
  'offNetworkStatusChange',
  'onThemeChange',
  'offThemeChange',
  'onKeyboardHeightChange',
]

/** Makes `wx`; `calls` and `requests` fill as the app calls, `failures` with every refusal it was given. */
export function makeWx(host: Host) {
  const calls: WxCall[] = []
  const requests: Exchange[] = []
  const failures: string[] = []
  const refuse = (api: string, options: Options, why: string) => {
    failures.push(`${api}: ${why}`)
    finish(options, 'fail', host.adopt({ errMsg: `${api}:fail ${why}` }))
  }
  const answer = (api: string, options: Options, value: object) =>
    finish(options, 'success', host.adopt({ errMsg: `${api}:ok`, ...value }))
  const wx: Record<string, unknown> = {
    ...makeStorage(host),
    nextTick: (work: () => void) => void Promise.resolve().then(work),
  }

  for (const [api, value] of Object.entries(facts)) wx[api] = () => host.adopt(value)
  for (const api of events) wx[api] = () => undefined
  for (const [api, value] of Object.entries(answers))
    wx[api] = (options: Options = {}) => {
      calls.push({ api, options })
      answer(api, options, value)
    }
  for (const [api, move] of Object.entries(host.navigation))
    wx[api] = (options: Options = {}) => {
      calls.push({ api, options })
      try {
        move(String(options['url'] ?? ''), options)
        answer(api, options, {})
      } catch (error) {
        refuse(api, options, error instanceof Error ? error.message : String(error))
      }
    }
  wx['request'] = (options: Options) => {
    send(host.origin(), options).then(
      (exchange) => {
        requests.push(exchange)
        if (exchange.failed) finish(options, 'fail', host.adopt({ errMsg: `request:fail ${exchange.failed}` }))
        else
          answer('request', options, {
            statusCode: exchange.status,
            data: exchange.reply,
            header: exchange.replyHeaders,
          })
      },
      () => refuse('request', options, 'not sent'),
    )
    return { abort: () => undefined }
  }
  for (const [api, given] of Object.entries(host.overrides))
    wx[api] = (options: Options = {}) => {
      calls.push({ api, options })
      return typeof given === 'function' ? given(options) : answer(api, options, given)
    }
  return { wx, calls, requests, failures }
}

function finish(options: Options, outcome: 'success' | 'fail', value: unknown): void {
  for (const name of [outcome, 'complete']) {
    const told = options[name]
    if (typeof told === 'function') told(value)
  }
}

/** Keeps text, as a phone does: what comes back is a copy. */
function makeStorage({ adopt, storage }: Host) {
  const kept = new Map(Object.entries(storage).map(([key, value]) => [key, JSON.stringify(value)]))
  const read = (key: string) => {
    const text = kept.get(key)
    return text === undefined ? '' : adopt(JSON.parse(text))
  }
  return {
    getStorageSync: read,
    setStorageSync: (key: string, value: unknown) => void kept.set(key, JSON.stringify(value)),
    removeStorageSync: (key: string) => void kept.delete(key),
    clearStorageSync: () => kept.clear(),
    getStorageInfoSync: () => adopt({ keys: [...kept.keys()], currentSize: 1, limitSize: 10_240 }),
  }
}
