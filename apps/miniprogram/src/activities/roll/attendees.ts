/** The roll by what is to be done about it. */
import type { BodyOf } from '@sidan/types/endpoint'
import type { Attendee, callRoll } from '@sidan/types/signups'

export interface Groups {
  /** To be admitted or not. */
  readonly asked: readonly Attendee[]
  /** Who should be there. */
  readonly confirmed: readonly Attendee[]
  /** In the order in which they move up. */
  readonly waiting: readonly Attendee[]
}

const of = (attendees: readonly Attendee[], state: Attendee['state']) => attendees.filter((one) => one.state === state)

export const groupsOf = (attendees: readonly Attendee[]): Groups => ({
  asked: of(attendees, 'asked'),
  confirmed: of(attendees, 'confirmed'),
  waiting: [...of(attendees, 'waiting')].sort((a, b) => (a.waitingNo ?? 0) - (b.waitingNo ?? 0)),
})

/** A child by its own name, with who signed it up. */
export const nameOf = ({ childName, person }: Attendee): string =>
  childName ? `${childName}（${person.displayName}家）` : person.displayName

/** The roll as it will be once these marks are sent; the last word on somebody counts. */
export const withMarks = (attendees: readonly Attendee[], marks: BodyOf<typeof callRoll>['marks']): Attendee[] => {
  const latest = [...marks].reverse()
  return attendees.map((one) => {
    const mark = latest.find(({ signupId }) => signupId === one.signupId)
    return mark ? { ...one, attendance: mark.present ? 'present' : 'absent', absenceWords: mark.words } : one
  })
}

export const presentCount = (confirmed: readonly Attendee[]): number =>
  confirmed.filter(({ attendance }) => attendance === 'present').length

/** Marks for everybody nobody has said anything about yet. */
export const allPresent = (confirmed: readonly Attendee[]) =>
  confirmed
    .filter(({ attendance }) => attendance === null)
    .map(({ signupId }) => ({ signupId, present: true, words: null }))

/** Why somebody did not come, as it is usually said. */
export const absenceReasons = ['有事来不了', '身体不舒服', '没联系上', '记错了时间'] as const
/** Why somebody could not be admitted. */
export const refusalReasons = [
  { code: 'full', text: '人够了' },
  { code: 'fit', text: '这次不太合适' },
  { code: 'next', text: '下次先请您' },
]
