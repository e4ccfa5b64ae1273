import { expect, it } from '@jest/globals'
import type { ClockableShift } from '@sidan/types/clock'
import type { OrderCard } from '@sidan/types/orders'
import { tasksAt } from './clock-tasks.ts'

const now = Date.parse('2026-11-24T01:00:00Z')
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString()
const shift = (shiftId: string, startsIn: number, minutes = 60) =>
  ({
    shiftId,
    title: '四点半课堂',
    place: '二楼活动室',
    unitName: '城畈站',
    opensAt: at(startsIn - 30),
    startsAt: at(startsIn),
    endsAt: at(startsIn + minutes),
  }) as ClockableShift
const order = { orderId: 'order', title: '上门理发', requesterName: '王阿姨' } as OrderCard
const idsAt = (shifts: ClockableShift[]) => tasksAt(now, shifts, [order]).map(({ id }) => id)

it('the shift that may be clocked now comes before the orders, one of later today after them', () => {
  expect(idsAt([shift('later', 31), shift('soon', 30), shift('going on', -20)])).toEqual([
    'soon',
    'going on',
    'order',
    'later',
  ])
})

it('a shift that is over, or of another day, is not offered, also where the phone kept it', () => {
  expect(idsAt([shift('over', -60), shift('tomorrow', 24 * 60)])).toEqual(['order'])
})
