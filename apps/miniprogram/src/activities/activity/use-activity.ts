import { type Activity, getActivity, type OwnSignup, type Shift } from '@sidan/types/activities'
import { leaveShift, signUp, signUpForAll } from '@sidan/types/signups'
import { useCallback, useState } from 'react'
import { call, type Failure, type Outcome } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { countyHere, readSession } from '../../shared/session/session.ts'
import { hasWechat, signInByWechat } from '../../shared/session/sign-in.ts'
import { toast } from '../../shared/ui/toast.tsx'
import { isOpen } from '../activity-words.ts'
import { freeShifts, openingsOf, openShifts } from './choices.ts'

/** What is asked for: one shift or all of them, an opening, and who for. */
export interface Wish {
  readonly shiftId: string
  readonly openingId: string
  readonly childId: string | null
}
export const allShifts = 'all'

/** One activity and what somebody does about it: sign up, leave, or read why not. */
export function useActivity(activityId: string, given: string) {
  const county = given || countyHere()
  const load = useLoad(
    useCallback(() => call(getActivity, { params: { countyId: county, activityId } as never }), [county, activityId]),
  )
  const words = useWords()
  const { act, busy: leaving } = useAct()
  const [busy, setBusy] = useState(false)
  /** The shift the sheet was opened at; '' for any. */
  const [asking, setAsking] = useState<string>()
  const [refused, setRefused] = useState<Failure>()

  const send = async (wish: Wish) => {
    if (busy) return
    setBusy(true)
    const outcome = await sent(activityId, wish)
    setBusy(false)
    setAsking(undefined)
    if (!outcome.ok) return setRefused(outcome)
    toast(doneWords(outcome.value, wish, (shift) => words.moment(shift.startsAt)))
    await load.reload()
  }
  /** Signs up at once where there is one thing to sign up for; else asks which. */
  const start = async (shiftId = '') => {
    const activity = load.value
    if (!activity || !(await signedIn(county, activityId))) return
    const shifts = openShifts(activity, false, words.now).filter((shift) => shiftId === '' || shift.shiftId === shiftId)
    const [only, another] = openingsOf(shifts)
    const [shift, later] = freeShifts(shifts, 'me')
    if (!only || another || only.kind === 'child' || !shift || later) setAsking(shiftId)
    else await send({ shiftId: shift.shiftId, openingId: only.openingId, childId: null })
  }
  const leave = async (signup: OwnSignup) => {
    if (!(await act(() => call(leaveShift, { params: { signupId: signup.signupId } })))) return
    toast('退出了，什么都不影响')
    await load.reload()
  }
  return {
    ...load,
    county,
    busy: busy || leaving,
    asking,
    refused,
    start,
    send,
    leave,
    close: () => setAsking(undefined),
    understood: () => setRefused(undefined),
  }
}

export type Acting = ReturnType<typeof useActivity>

/** Whether somebody is signed in; the phone signs in by itself where it can, else the page for it opens and comes back here. */
async function signedIn(county: string, activity: string): Promise<boolean> {
  if (readSession()) return true
  if (hasWechat && !(await signInByWechat(Number(county)))) return true
  go('signIn', { county, activity })
  return false
}

const sent = (activityId: string, { shiftId, openingId, childId }: Wish): Promise<Outcome<Activity>> => {
  const body = { openingId, childId } as never
  return shiftId === allShifts
    ? call(signUpForAll, { params: { activityId } as never, body })
    : call(signUp, { params: { shiftId } as never, body })
}

/** What came of it, said once. */
function doneWords(activity: Activity, wish: Wish, when: (shift: Shift) => string): string {
  const own = (shift: Shift) =>
    shift.mine.find(
      (signup) => isOpen(signup) && signup.openingId === wish.openingId && signup.childId === wish.childId,
    )
  if (wish.shiftId === allShifts) {
    const count = (state: OwnSignup['state']) => activity.shifts.filter((shift) => own(shift)?.state === state).length
    const parts = [
      [count('confirmed'), '个班报上了'],
      [count('asked'), '个班等站里答应'],
      [count('waiting'), '个班在候补'],
    ] as const
    return parts.flatMap(([number, word]) => (number > 0 ? [`${number} ${word}`] : [])).join('，')
  }
  const shift = activity.shifts.find((one) => one.shiftId === wish.shiftId)
  const signup = shift && own(shift)
  if (signup?.state === 'waiting') return `排在候补第 ${signup.waitingNo ?? 1} 位，有位就告诉您`
  if (signup?.state === 'asked') return '送到站里了，答应了就告诉您'
  return shift ? `报上了，${when(shift)} 见` : '报上了'
}
