import { expect, it } from '@jest/globals'
import type { Attendee } from '@sidan/types/signups'
import { countsOf } from '../report/counts.ts'
import { allPresent, groupsOf, nameOf, withMarks } from './attendees.ts'

const one = (signupId: string, more: Partial<Attendee> = {}) =>
  ({
    signupId,
    kind: 'participant',
    person: { personId: 'p', displayName: '王阿姨' },
    childName: null,
    state: 'confirmed',
    waitingNo: null,
    attendance: null,
    ...more,
  }) as Attendee

it('everybody present marks only those nobody has said anything about, so that a correction stays', () => {
  const marks = allPresent([one('a'), one('b', { attendance: 'absent' }), one('c', { attendance: 'present' })])
  expect(marks).toEqual([{ signupId: 'a', present: true, words: null }])
})

it('who waits stands in the order in which they move up', () => {
  const { waiting } = groupsOf([
    one('second', { state: 'waiting', waitingNo: 2 }),
    one('first', { state: 'waiting', waitingNo: 1 }),
    one('gone', { state: 'left' }),
  ])
  expect(waiting.map(({ signupId }) => signupId)).toEqual(['first', 'second'])
})

it('a child is called by its own name, with who signed it up', () => {
  expect(nameOf(one('a', { childName: '小豆' }))).toBe('小豆（王阿姨家）')
})

it('the report counts who was served by the roll, volunteers aside', () => {
  const counts = countsOf([
    one('a', { attendance: 'present' }),
    one('b', { attendance: 'present', kind: 'volunteer' }),
    one('c', { attendance: 'absent' }),
    one('d'),
    one('e', { state: 'waiting' }),
  ])
  expect(counts).toEqual({ served: 1, volunteers: 1, unmarked: 1 })
})

it('marks on their way are shown as they were tapped, the last word counts', () => {
  const mark = (signupId: string, present: boolean, words: string | null = null) =>
    ({ signupId, present, words }) as never
  const shown = withMarks(
    [one('a', { attendance: 'present' }), one('b'), one('c')],
    [mark('a', false), mark('b', true), mark('a', false, '身体不舒服')],
  )
  expect(shown.map(({ attendance, absenceWords }) => [attendance, absenceWords ?? null])).toEqual([
    ['absent', '身体不舒服'],
    ['present', null],
    [null, null],
  ])
})
