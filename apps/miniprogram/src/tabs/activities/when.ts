/** When somebody has time, as days: today, what is left of this week, the coming weekend, or from next Monday on. */
import { addDays, weekday } from '@sidan/types/civil'
import type { CivilDay } from '@sidan/types/units'

export type When = '' | 'today' | 'week' | 'weekend' | 'later'

export const whens: readonly { readonly value: When; readonly word: string }[] = [
  { value: '', word: '都看' },
  { value: 'today', word: '今天' },
  { value: 'week', word: '这周' },
  { value: 'weekend', word: '周末' },
  { value: 'later', word: '以后' },
]

/** The first and the last day; a week is Monday to Sunday. */
export function daysOf(when: When, today: CivilDay): { fromDay?: CivilDay; toDay?: CivilDay } {
  const sunday = addDays(today, 7 - weekday(today))
  const saturday = addDays(sunday, -1)
  if (when === 'today') return { fromDay: today, toDay: today }
  if (when === 'week') return { fromDay: today, toDay: sunday }
  if (when === 'weekend') return { fromDay: saturday < today ? today : saturday, toDay: sunday }
  return when === 'later' ? { fromDay: addDays(sunday, 1) } : {}
}
