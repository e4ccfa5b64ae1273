/** What the screen on the wall says of itself. */
import { lastsMs, type RotatingCodes } from '@sidan/types/rotating-codes'
import { driftLimitMs } from '../../shared/codes/server-time.ts'
import { minutesWords } from '../../shared/format/amount-words.ts'

export interface Alarm {
  readonly title: string
  readonly line: string
}

const spanWords = (ms: number): string => {
  const seconds = Math.round(ms / 1000)
  return seconds < 90 ? `${seconds} 秒` : minutesWords(Math.round(seconds / 60))
}

const fewMs = 3_600_000
const leftMs = (codes: RotatingCodes | null, nowMs: number): number => (codes ? lastsMs(codes, new Date(nowMs)) : 0)

/** What must be seen to, over the full width; undefined while all is well. */
export function alarmOf(driftMs: number, codes: RotatingCodes | null, nowMs: number): Alarm | undefined {
  if (Math.abs(driftMs) > driftLimitMs)
    return {
      title: `这块屏的时钟${driftMs > 0 ? '快' : '慢'}了 ${spanWords(Math.abs(driftMs))}`,
      line: '请在这台设备的设置里打开“自动确定日期和时间”，码才不会出错',
    }
  const left = leftMs(codes, nowMs)
  if (left >= fewMs) return undefined
  return {
    title: left > 0 ? `码只够用 ${spanWords(left)}了` : '没有码了',
    line: '看看这台设备的网络，连上了码自己会补够 12 小时',
  }
}

/** 码还够用 11 小时 58 分 */
export const leftWords = (codes: RotatingCodes | null, nowMs: number): string =>
  `码还够用 ${minutesWords(Math.max(0, Math.floor(leftMs(codes, nowMs) / 60_000)))}`
