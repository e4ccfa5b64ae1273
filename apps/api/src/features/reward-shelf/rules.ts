/** 货架: who keeps it, and what a movement does to the counts. received = stock + held + handed out + written off, before and after. */
import type { UnitTier } from '@sidan/types/organisation'
import type { ProblemCode } from '@sidan/types/problems'
import type { ShelfItem, StockMoveKind } from '@sidan/types/reward-shelf'
import { type Actor, may, type Place } from '../roles/rules.ts'

/** Keepers and staff of the pick-up unit, or above it; who only hands out does not. */
export const mayKeepShelf = (actor: Actor, pickUp: Place): boolean => may(actor, 'decide', pickUp)

/** Where things are fetched: members see the shelves of their station, its institute and the center. */
export interface PickUp extends Place {
  tier: UnitTier
}

const shelved: readonly UnitTier[] = ['center', 'institute', 'station']

/** Whether the actor may put something new on the shelf of this unit: where no member would see it there is none. */
export const mayAddTo = (actor: Actor, pickUp: PickUp): boolean =>
  shelved.includes(pickUp.tier) && mayKeepShelf(actor, pickUp)

/** Auditors read what staff read. */
export const maySeeShelf = (actor: Actor, pickUp: Place): boolean =>
  mayKeepShelf(actor, pickUp) || may(actor, 'audit', pickUp)

/** What the actor may do with an item that they see. */
export const shelfActions = (actor: Actor, item: { pickUp: Place; active: boolean }): ShelfItem['allowedActions'] =>
  mayKeepShelf(actor, item.pickUp) ? ['change', 'move', item.active ? 'close' : 'reopen'] : []

export interface Counted {
  received: number
  stock: number
  writtenOff: number
}

/** What a movement adds to the counts. What goes back to its giver was never ours; what was written off was, and stays told. */
export function countsOf(kind: StockMoveKind, count: number): Counted {
  if (kind === 'received') return { received: count, stock: count, writtenOff: 0 }
  return kind === 'returned'
    ? { received: -count, stock: -count, writtenOff: 0 }
    : { received: 0, stock: -count, writtenOff: count }
}

/** Only what lies on the shelf can leave it: what a voucher holds is somebody's. */
export const mayLeave = (stockCount: number, { stock }: Counted): true | ProblemCode =>
  stockCount + stock < 0 ? 'not-enough-stock' : true
