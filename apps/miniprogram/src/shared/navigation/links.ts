import Taro from '@tarojs/taro'
import { sayProblem, toast } from '../ui/toast.tsx'

const base = API_BASE

/** A path of the API as others open it. A build for browsers is served from where the API is. */
export const linkTo = (path: string): string => new URL(path, base || window.location.origin).toString()

/** Puts a link where it can be pasted from. */
export async function copyLink(path: string, done: string): Promise<void> {
  try {
    await Taro.setClipboardData({ data: linkTo(path) })
    toast(done)
  } catch {
    sayProblem(`没复制成，手抄也行：${linkTo(path)}`)
  }
}
