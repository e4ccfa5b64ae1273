/** What is written down before it is an activity: defaults, what a former one gives, what is missing, and what is sent. */
import type { Activity, Places } from '@sidan/types/activities'
import type { ActivityForm, changeActivity, OpeningForm } from '@sidan/types/activity-forms'
import { addDays, civilDay, civilTime, momentOf } from '@sidan/types/civil'
import type { BodyOf } from '@sidan/types/endpoint'
import { missingToPublish } from '../missing-words.ts'
import { type Time, timesOf } from '../when-part.tsx'

/** Until when one may sign up: the start, 18:00 on the day before, or two days before. */
export type CutOff = 'start' | 'evening' | 'twoDays'

const cutOffAt = (cutOff: CutOff, { day, from }: Pick<Time, 'day' | 'from'>): string | null => {
  if (cutOff === 'start') return null
  return (cutOff === 'evening' ? momentOf(addDays(day, -1), '18:00') : momentOf(addDays(day, -2), from)).toISOString()
}

export interface OpeningDraft extends OpeningForm {
  /** Tells them apart while their names are typed. */
  readonly key: number
}

export interface Draft
  extends Pick<
    ActivityForm,
    'title' | 'place' | 'content' | 'risks' | 'platformCode' | 'audience' | 'hazardous' | 'signUp'
  > {
  readonly privateDetails: string
  readonly openings: readonly OpeningDraft[]
  readonly time: Time
  /** How many weeks in a row. */
  readonly weeks: number
  readonly cutOff: CutOff
}

let keys = 0
export const newOpening = (name: string, more: Partial<OpeningForm> = {}): OpeningDraft => ({
  key: ++keys,
  kind: 'volunteer',
  name,
  capacity: 5,
  overbook: 0,
  waitlist: 5,
  ageFrom: null,
  ageUpTo: null,
  qualification: null,
  skill: null,
  ...more,
})

/** Next Saturday morning, some volunteers. */
export function firstDraft(now: Date): Draft {
  const today = civilDay(now)
  let day = addDays(today, 3)
  while (new Date(`${day}T00:00:00Z`).getUTCDay() !== 6) day = addDays(day, 1)
  return {
    title: '',
    place: '',
    content: '',
    risks: '',
    platformCode: null,
    audience: 'everybody',
    hazardous: false,
    signUp: 'open',
    privateDetails: '',
    openings: [newOpening('志愿者')],
    time: { day, from: '09:00', minutes: 120 },
    weeks: 1,
    cutOff: 'start',
  }
}

/** What a former activity says, at the same hour of the same weekday, the next that comes. */
export function draftFrom(activity: Activity, now: Date): Draft {
  const last = activity.shifts[activity.shifts.length - 1]
  const start = new Date(last?.startsAt ?? now)
  const today = civilDay(now)
  let day = civilDay(start)
  while (day <= today) day = addDays(day, 7)
  return {
    ...wordsFrom(activity),
    openings: (last?.places ?? []).map(openingFrom),
    time: {
      day,
      from: civilTime(start),
      minutes: last ? Math.round((Date.parse(last.endsAt) - start.getTime()) / 60_000) : 120,
    },
    weeks: 1,
    cutOff: 'start',
  }
}

const wordsFrom = (activity: Activity) => ({
  title: activity.title,
  place: activity.place,
  content: activity.content,
  risks: activity.risks,
  platformCode: activity.platformCode,
  audience: activity.audience,
  hazardous: activity.hazardous,
  signUp: activity.signUp,
  privateDetails: activity.privateDetails ?? '',
})

const openingFrom = ({ openingId: _id, confirmed, free, waiting: _waiting, ...opening }: Places): OpeningDraft => ({
  ...opening,
  key: ++keys,
  overbook: Math.max(0, free + confirmed - opening.capacity),
})

const missingName = (draft: Draft): string | false => {
  if (draft.title.trim() === '') return '先写叫什么'
  return draft.place.trim() === '' ? '先写在哪里' : false
}

/** Why it cannot be rewritten so. */
export const missingToRewrite = (draft: Draft): string | false => missingName(draft) || missingToPublish(draft)

/** Why it cannot be kept yet, in words; false when it can. */
export function missingToKeep(draft: Draft, now: Date): string | false {
  const missing = missingName(draft)
  if (missing) return missing
  if (timesOf(draft.time).startsAt <= now.toISOString()) return '这个时间已经过了，换一个'
  if (draft.signUp === 'none') return false
  const until = cutOffAt(draft.cutOff, draft.time)
  if (until !== null && until <= now.toISOString()) return '报名截止的时间已经过了，换一个'
  if (draft.openings.length === 0) return '先加一个岗位，或者选“不用报名”'
  const names = draft.openings.map(({ name }) => name.trim())
  if (names.includes('')) return '每个岗位写个名字'
  if (new Set(names).size < names.length) return '岗位的名字不能一样'
  return draft.hazardous && draft.openings.some(({ kind }) => kind === 'child') ? '有点险的活儿不招孩子' : false
}

/** Why it cannot be published yet. */
export const missingOf = (draft: Draft, now: Date): string | false =>
  missingToKeep(draft, now) || missingToPublish(draft)

const sentWords = (draft: Draft) => ({
  title: draft.title,
  place: draft.place,
  content: draft.content,
  risks: draft.risks,
  platformCode: draft.platformCode,
  audience: draft.audience,
  hazardous: draft.hazardous,
  signUp: draft.signUp,
  privateDetails: draft.privateDetails.trim() === '' ? null : draft.privateDetails,
})

/** What is sent to make a draft of it. */
export function formOf(draft: Draft, by: Pick<ActivityForm, 'unitId' | 'teamId'>): ActivityForm {
  const shifts = Array.from({ length: draft.weeks }, (_none, week) => {
    const time = { ...draft.time, day: addDays(draft.time.day, week * 7) }
    return { ...timesOf(time), signUpUntil: draft.signUp === 'none' ? null : cutOffAt(draft.cutOff, time) }
  })
  const openings = draft.signUp === 'none' ? [] : draft.openings.map(({ key: _key, ...opening }) => opening)
  return { unitId: by.unitId, teamId: by.teamId, ...sentWords(draft), openings, shifts }
}

/** What is sent to rewrite what an activity says. */
export const changeOf = (draft: Draft, activity: Activity): BodyOf<typeof changeActivity> => ({
  version: activity.version,
  teamId: activity.teamId,
  ...sentWords(draft),
})
