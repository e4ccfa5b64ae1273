import type { OpeningKind } from '@sidan/types/activities'
import type { Tx } from '../../platform/db.ts'
import { standingByDay, standingOf } from '../standing/reads.ts'
import type { Requirements } from '../standing/rules.ts'
import type { Attendee } from './rules.ts'

interface Comer {
  personId: string
  childId: string | null
}

/** Somebody who takes part is asked for nothing where no age is. */
const asksNothing = (opening: Requirements & { kind: OpeningKind }): boolean =>
  opening.kind !== 'volunteer' && opening.ageFrom === null && opening.ageUpTo === null

/** What is known of those who would come to an opening on a day. */
export async function readAttendees(
  tx: Tx,
  opening: Requirements & { kind: OpeningKind },
  comers: readonly Comer[],
  day: string,
): Promise<(comer: Comer) => Attendee | undefined> {
  if (asksNothing(opening) || comers.length === 0) return () => undefined
  const standings = await standingOf(tx, [...new Set(comers.map(({ personId }) => personId))], day)
  return ({ personId }) => standings.get(personId)
}

/** The same of one comer on several days; on a day that is missing nothing is known of them. */
export async function readAttendeeByDay(
  tx: Tx,
  opening: Requirements & { kind: OpeningKind },
  comer: Comer,
  days: string[],
): Promise<Map<string, Attendee>> {
  return asksNothing(opening) ? new Map() : standingByDay(tx, comer.personId, days)
}
