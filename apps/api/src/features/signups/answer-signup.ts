import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { mayRun } from '../activities/rules.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { freeOf } from '../shifts/rules.ts'
import { lockPlaces } from '../shifts/store.ts'
import { toldOf } from '../waitlist/move-up-waitlist.ts'
import { readAttendees } from '../waitlist/reads.ts'
import { misfit } from '../waitlist/rules.ts'
import { findSignup, type SignupRow, saveAnswer } from './store.ts'

/** Admits one who asked while there is a place, or does not, with a word on why. They are told. Returns the shift's id. */
export async function answerSignup(
  tx: Tx,
  actor: Actor,
  signupId: string,
  answer: { admit: boolean; words: string | null },
): Promise<string> {
  const asked = await findSignup(tx, signupId)
  if (!asked || !mayRun(actor, asked)) return refuse('not-found')
  const [places] = await lockPlaces(tx, [asked.shiftId], asked.opening.openingId)
  const found = await findSignup(tx, signupId)
  if (!places || !found) return refuse('not-found')
  if (found.signupState !== 'asked') return refuse('signup-not-asked')
  if (answer.admit) {
    if (freeOf(places) === 0) refuse('shift-full')
    if (found.busy) refuse('shifts-overlap')
    await fits(tx, found)
  }
  const state = answer.admit ? 'confirmed' : 'refused'
  await saveAnswer(tx, { signupId, state, byId: actor.personId, words: answer.words })
  const kind = answer.admit ? 'signup-admitted' : 'signup-refused'
  await tell(
    tx,
    [toldOf(found, found, { kind, ...(answer.words === null ? {} : { words: answer.words }) })],
    actor.personId,
  )
  return found.shiftId
}

async function fits(tx: Tx, found: SignupRow): Promise<void> {
  const known = await readAttendees(tx, found.opening, [found], civilDay(found.startsAt))
  const why = misfit(found.opening, known(found))
  if (why) refuse(why)
}
