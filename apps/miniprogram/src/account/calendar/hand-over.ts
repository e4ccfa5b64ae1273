import type { CalendarFeed } from '@sidan/types/calendar-feeds'
import Taro from '@tarojs/taro'
import { sayProblem, toast } from '../../shared/ui/toast.tsx'

const base = API_BASE

/** The feed's address as calendars take it. A build for browsers is served from where the API is. */
const linkOf = ({ path }: CalendarFeed): string => new URL(path, base || window.location.origin).toString()

/** Puts the link where it can be pasted from. */
export async function copyLink(feed: CalendarFeed): Promise<void> {
  try {
    await Taro.setClipboardData({ data: linkOf(feed) })
    toast('复制好了，到日历里粘贴')
  } catch {
    sayProblem(`没复制成，手抄也行：${linkOf(feed)}`)
  }
}

/** Hands the link to the calendar of this device, where it has one that listens. */
export function subscribe(feed: CalendarFeed): void {
  window.location.href = linkOf(feed).replace(/^https?:/, 'webcal:')
}
