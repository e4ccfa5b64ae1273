import type { ClockResult } from '@sidan/types/clock'
import { minutesWords } from '../shared/format/amount-words.ts'
import type { IconName } from '../shared/ui/icon-shapes.ts'
import type { Tone } from '../shared/ui/tag.tsx'

/** What is said on the page until the next attempt. */
export interface Said {
  readonly words: string
  readonly tone: Tone
  readonly icon: IconName
}

const reasons: Record<NonNullable<ClockResult['reason']>, string> = {
  'code-unknown': '这个码不认得，记下了，等站里看',
  'code-of-other-place': '这是别处的码，记下了，等站里看',
  'code-made-up': '这个码不是系统出的，记下了，等站里看',
  'code-revoked': '这块屏已经停用，记下了，等站里看',
  'code-not-yet': '这个码还没到时候，记下了，等站里看',
  'code-relayed': '这个码不是刚扫的，记下了，等站里看',
  'own-code': '这是您自己手机上的码，记下了，等站里看',
  'not-going': '这一件没有安排您去，记下了，等站里看',
  'order-not-open': '这张单现在不在服务，记下了，等站里看',
  'shift-cancelled': '这个班取消了，记下了，等站里看',
  'too-early': '来得早，开始前半小时起再扫一次',
  'shift-over': '这个班已经结束，记下了，等站里看',
  'clock-already-running': '已经签到过了',
  'no-clock-running': '还没签到，先签到',
  'clock-closed': '那时已经到点自动签退了，要更正请找站里',
  'record-decided': '这一条时长已经有人定过，记下了，站里会看',
  late: '送到得太晚，记下了，等站里看',
  jump: '刚在别的乡镇签退，这么快到不了这里，记下了，等站里看',
  'before-check-in': '比签到还早，没有算，走的时候再扫一次',
  'age-unknown': '这件事要先知道您的年龄段，记下了，等站里看',
  'age-not-fitting': '这件事对年龄有要求，记下了，等站里看',
  'guardian-consent-needed': '还没有家长同意，记下了，等站里看',
  'qualification-missing': '这件事要的资质还没有或过期了，记下了，等站里看',
  'insurance-missing': '今天没有登记保险，记下了，等站里看',
  'volunteer-needed': '还没有登记成志愿者，记下了，等站里看',
}

/** What became of an event; “done” only for what the server has. */
export function resultWords(result: ClockResult): Said {
  if (result.outcome === 'counted')
    return {
      words: result.minutes === null ? '签到了' : `签退了，这次 ${minutesWords(result.minutes)}，等站里审核`,
      tone: 'brand',
      icon: 'check-circle',
    }
  return {
    words: result.reason ? reasons[result.reason] : '没找到这张单或这个班，没有记',
    tone: result.outcome === 'stored' ? 'warm' : 'danger',
    icon: 'info',
  }
}

export const offlineWords: Said = { words: '没有信号，照常服务', tone: 'stone', icon: 'offline' }
