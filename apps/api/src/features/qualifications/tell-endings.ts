import { addDays, civilDay } from '@sidan/types/civil'
import { endingWithinDays } from '@sidan/types/qualifications'
import type { Tx } from '../../platform/db.ts'
import { tell } from '../notices/tell-person.ts'
import { markEnding } from './store.ts'

/** Tells people once that a paper of theirs ends within 30 days, unless a later one of the kind outlasts it. */
export async function tellQualificationEndings(tx: Tx): Promise<number> {
  const today = civilDay(tx.now)
  const ending = await markEnding(tx, today, addDays(today, endingWithinDays))
  await tell(
    tx,
    ending.map(({ personId, names }) => ({ to: { personId }, kind: 'qualification-ending', about: names })),
  )
  return ending.length
}
