import type { ClockableShift } from '@sidan/types/clock'
import type { OrderCard } from '@sidan/types/orders'
import type { Instant, Slot } from '@sidan/types/units'

/** What can be clocked: an order one goes to, or a shift one is confirmed for. */
export interface ClockTask {
  readonly kind: 'order' | 'shift'
  /** The order's id, or the shift's. */
  readonly id: string
  readonly title: string
  /** Whom it is for, or where it is. */
  readonly with: string
  /** Which code is scanned there. */
  readonly code: string
  readonly when: { readonly startsAt: Instant | null; readonly endsAt: Instant | null; readonly slot: Slot }
  /** A shift's clock may be started from here on. */
  readonly opensAt: Instant | null
}

const anyTime: Slot = { day: null, part: 'any' }

const ofOrder = (order: OrderCard): ClockTask => ({
  kind: 'order',
  id: order.orderId,
  title: order.title,
  with: order.requesterName,
  code: `扫${order.requesterName}单上的服务码，或者站里墙上、屏上的码`,
  when: order,
  opensAt: null,
})

const ofShift = (shift: ClockableShift): ClockTask => ({
  kind: 'shift',
  id: shift.shiftId,
  title: shift.title,
  with: shift.place,
  code: `扫${shift.unitName}墙上、屏上的码，或者带队的人手机上的码`,
  when: { startsAt: shift.startsAt, endsAt: shift.endsAt, slot: anyTime },
  opensAt: shift.opensAt,
})

const halfDay = 12 * 3_600_000
const at = (moment: Instant): number => Date.parse(moment)

/** The shifts whose clock may be started at `now` first, then the orders, then the shifts of the hours to come. What is over is gone. */
export function tasksAt(now: number, shifts: readonly ClockableShift[], orders: readonly OrderCard[]): ClockTask[] {
  const coming = shifts.filter((shift) => at(shift.endsAt) > now && at(shift.startsAt) < now + halfDay)
  const open = coming.filter((shift) => at(shift.opensAt) <= now)
  const later = coming.filter((shift) => at(shift.opensAt) > now)
  return [...open.map(ofShift), ...orders.map(ofOrder), ...later.map(ofShift)]
}
