import { addDays, civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { tell } from '../notices/tell-person.ts'
import { isOverdue, overdueAfterDays, visitorOn } from './rules.ts'
import { lockDue, markTold } from './store.ts'

/** Reminds who goes of a visit the day before, and them and the unit once when it is overdue. Returns how many pairings. */
export async function remindVisits(tx: Tx): Promise<number> {
  const today = civilDay(tx.now)
  const due = await lockDue(tx, addDays(today, 1), addDays(today, -overdueAfterDays))
  if (due.length === 0) return 0
  const late = due.filter((one) => isOverdue(one.nextVisitDay, today))
  const soon = due.filter((one) => !late.includes(one))
  for (const one of due) {
    const isLate = late.includes(one)
    const kind = isLate ? ('pairing-overdue' as const) : ('pairing-due' as const)
    const passed = one.nextVisitDay < today
    const visitor = visitorOn(one, passed ? today : one.nextVisitDay)
    const told = [{ personId: visitor }, ...(isLate ? [{ keepersOf: one.unitId }] : [])]
    await tell(
      tx,
      told.map((to) => ({ to, kind, about: one.nextVisitDay, pairingId: one.id })),
    )
  }
  await markTold(
    tx,
    soon.map((one) => one.id),
    late.map((one) => one.id),
  )
  return due.length
}
