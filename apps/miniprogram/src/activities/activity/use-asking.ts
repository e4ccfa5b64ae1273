import type { Shift } from '@sidan/types/activities'
import { listMyChildren } from '@sidan/types/children'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { freeShifts, openingsOf } from './choices.ts'
import { allShifts, type Wish } from './use-activity.ts'

/** What is being chosen before signing up; where there is one of something it is chosen already. */
export function useAsking(shifts: readonly Shift[]) {
  const openings = openingsOf(shifts)
  const [openingId, chooseOpening] = useState<string | undefined>(
    openings.length === 1 ? openings[0]?.openingId : undefined,
  )
  const [chosenChild, chooseChild] = useState<string>()
  const [chosenShift, chooseShift] = useState<string>()
  const opening = openings.find((places) => places.openingId === openingId)
  const asksChildren = openings.some(({ kind }) => kind === 'child')
  const { value } = useLoad(
    useCallback(
      async () => (asksChildren ? call(listMyChildren) : { ok: true as const, value: { items: [] } }),
      [asksChildren],
    ),
  )
  const children = value?.items ?? []
  const forChild = opening?.kind === 'child'
  const childId = forChild ? (chosenChild ?? (children.length === 1 ? children[0]?.childId : undefined)) : undefined
  const open = freeShifts(shifts, forChild ? (childId ?? '') : 'me')
  const still = chosenShift === allShifts || open.some((shift) => shift.shiftId === chosenShift)
  const shiftId = open.length === 1 ? open[0]?.shiftId : still ? chosenShift : undefined
  const missing = !opening
    ? '先选做什么'
    : forChild && !childId
      ? '先选哪个孩子'
      : open.length === 0
        ? '这些班都报过了'
        : !shiftId && '先选哪一班'
  const wish: Wish | undefined =
    !missing && opening && shiftId ? { openingId: opening.openingId, shiftId, childId: childId ?? null } : undefined
  return { openings, opening, children, childId, open, shiftId, missing, wish, chooseOpening, chooseChild, chooseShift }
}

export type Asking = ReturnType<typeof useAsking>
