import type { Activity, OpeningKind, OwnSignup, Places, Shift, SignupState } from '@sidan/types/activities'
import type { IconName } from '../shared/ui/icon-shapes.ts'
import type { Tone } from '../shared/ui/tag.tsx'

export interface TagWords {
  readonly tone: Tone
  readonly icon: IconName
  readonly word: string
}

export const kindWords: Record<OpeningKind, string> = { volunteer: '志愿者', participant: '来参加', child: '孩子' }

/** 还有 2 个位; 满了，可以候补，前面 1 人; 满了. */
export function freeWords({ free, waiting, waitlist }: Places): string {
  if (free > 0) return `还有 ${free} 个位`
  if (waiting >= waitlist) return '满了'
  return waiting > 0 ? `满了，可以候补，前面 ${waiting} 人` : '满了，可以候补'
}

/** Who fits: 16 岁以上, 要有资质; empty where everybody does. */
export function asksWords({ ageFrom, ageUpTo, qualification }: Places): string {
  const age =
    ageFrom !== null && ageUpTo !== null
      ? [`${ageFrom} 到 ${ageUpTo} 岁`]
      : ageFrom !== null
        ? [`满 ${ageFrom} 岁`]
        : ageUpTo !== null
          ? [`不超过 ${ageUpTo} 岁`]
          : []
  return [...age, ...(qualification === null ? [] : ['要有相应的资质'])].join('·')
}

/** How far one's own sign-up is. */
export function ownWords({ state, waitingNo }: Pick<OwnSignup, 'state' | 'waitingNo'>): TagWords {
  const words: Record<SignupState, TagWords> = {
    confirmed: { tone: 'brand', icon: 'check-circle', word: '报上了' },
    waiting: { tone: 'info', icon: 'hourglass', word: waitingNo === null ? '候补' : `候补第 ${waitingNo} 位` },
    asked: { tone: 'info', icon: 'hourglass', word: '等站里答应' },
    refused: { tone: 'stone', icon: 'return', word: '这次没安排上' },
    left: { tone: 'stone', icon: 'cross', word: '退出了' },
    cancelled: { tone: 'stone', icon: 'cross', word: '不办了' },
  }
  return words[state]
}

const openStates: readonly SignupState[] = ['asked', 'confirmed', 'waiting']
export const isOpen = ({ state }: Pick<OwnSignup, 'state'>): boolean => openStates.includes(state)

export const isOver = (shift: Pick<Shift, 'endsAt'>, now: string): boolean => shift.endsAt <= now

/** Those still to come, or the last one when all are over; what was called off stays where somebody stood on it. */
export function comingShifts(activity: Activity, now: string): readonly Shift[] {
  const coming = activity.shifts.filter(
    (shift) =>
      !isOver(shift, now) && (shift.state === 'open' || activity.state === 'cancelled' || shift.mine.length > 0),
  )
  return coming.length > 0 ? coming : activity.shifts.slice(-1)
}

/** The state of an activity in a word, for a tag. */
export function activityTag(activity: Pick<Activity, 'state'>, over: boolean): TagWords {
  if (activity.state === 'draft') return { tone: 'info', icon: 'pen', word: '草稿' }
  if (activity.state === 'cancelled') return { tone: 'stone', icon: 'cross', word: '不办了' }
  return over ? { tone: 'stone', icon: 'check', word: '办过了' } : { tone: 'brand', icon: 'calendar', word: '要办的' }
}
