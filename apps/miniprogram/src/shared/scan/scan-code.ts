/** Scanning with the phone's own scanner. A browser has none: there people type the code that stands under every picture. */
import Taro from '@tarojs/taro'

export const canScan = process.env.TARO_ENV === 'weapp'

/** What the code holds; undefined when the person gave up. */
export async function scanCode(): Promise<string | undefined> {
  try {
    return (await Taro.scanCode({ onlyFromCamera: false })).result || undefined
  } catch {
    return undefined
  }
}
