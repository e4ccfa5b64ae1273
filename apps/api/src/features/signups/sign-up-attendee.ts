import { civilDay } from '@sidan/types/civil'
import type { ProblemCode } from '@sidan/types/problems'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { findShiftIds, findShiftsLeft, lockPlaces } from '../shifts/store.ts'
import { moveUpWaitlist } from '../waitlist/move-up-waitlist.ts'
import { readAttendeeByDay } from '../waitlist/reads.ts'
import { misfit } from '../waitlist/rules.ts'
import { othersMayRead } from '../word-checks/rules.ts'
import { decide } from './rules.ts'
import { findWishes, insertSignups, type NewSignup, type ShiftWish } from './store.ts'

/** Who comes and to what: the caller, or a child of theirs. */
export interface Whom {
  openingId: string
  childId: string | null
}

/** Signs somebody up for one shift: confirmed, asked or waiting. Returns the activity's id. */
export async function signUpAttendee(tx: Tx, actor: Actor, shiftId: string, whom: Whom): Promise<string> {
  const { activityId, made, refused } = await signUpFor(tx, actor, [shiftId], whom)
  return made.length > 0 ? activityId : refuse(refused ?? 'not-found')
}

/** Signs somebody up for what is left of a series. Each shift stands alone; refused only where none could be had. */
export async function signUpForSeries(tx: Tx, actor: Actor, activityId: string, whom: Whom): Promise<void> {
  const left = await findShiftsLeft(tx, activityId)
  // Where none is left, each of them says why not.
  const { made, refused } = await signUpFor(
    tx,
    actor,
    left.length > 0 ? left : await findShiftIds(tx, activityId),
    whom,
  )
  if (made.length === 0) refuse(refused ?? 'not-found')
}

async function signUpFor(
  tx: Tx,
  actor: Actor,
  shiftIds: string[],
  whom: Whom,
): Promise<{ activityId: string; made: NewSignup[]; refused: ProblemCode | undefined }> {
  const locked = await lockPlaces(tx, shiftIds, whom.openingId)
  const attendeeId = whom.childId ?? actor.personId
  const wishes = await findWishes(tx, { shiftIds, openingId: whom.openingId, attendeeId })
  const [first] = wishes
  if (!first) return refuse('not-found')
  const known = await attendeeFor(tx, actor, first, wishes, whom)
  const made: NewSignup[] = []
  const had: ShiftWish[] = []
  let refused: ProblemCode | undefined
  for (const wish of wishes) {
    const at = locked.find(({ shiftId }) => shiftId === wish.shiftId)
    if (!at) continue
    const answer = decide({
      activity: { state: wish.activityState, signUp: wish.signUp },
      shift: wish,
      // Who waits comes before who comes: where a place is free, the queue moves first.
      places: await moveUpWaitlist(tx, at),
      asked: wish.asked,
      signedUp: wish.signedUp,
      busy: wish.busy || had.some((other) => overlap(other, wish)),
      misfit: misfit(wish.opening, known(wish)),
      now: tx.now,
    })
    if (typeof answer === 'object') refused ??= answer.refused
    else made.push({ id: newId(), shiftId: wish.shiftId, state: answer })
    if (answer === 'confirmed') had.push(wish)
  }
  if (made.length > 0)
    await insertSignups(tx, { ...whom, activityId: first.activityId, personId: actor.personId }, made)
  return { activityId: first.activityId, made, refused }
}

const overlap = (a: ShiftWish, b: ShiftWish): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt

/** What is known of who would come, by shift. Nobody signs up for a draft, or for words that nobody has checked (rule-44). */
async function attendeeFor(tx: Tx, actor: Actor, first: ShiftWish, wishes: ShiftWish[], whom: Whom) {
  const { opening } = first
  if (first.activityState === 'draft' || !othersMayRead(first.wordsState)) refuse('not-found')
  if (opening.kind === 'child' && whom.childId === null) refuse('child-needed')
  if (opening.kind !== 'child' && whom.childId !== null) refuse('child-unknown')
  const days = [...new Set(wishes.map(({ startsAt }) => civilDay(startsAt)))]
  const onDay = await readAttendeeByDay(tx, opening, { personId: actor.personId, childId: whom.childId }, days)
  return ({ startsAt }: ShiftWish) => onDay(civilDay(startsAt))
}
