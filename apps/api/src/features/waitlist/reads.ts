import type { OpeningKind } from '@sidan/types/activities'
import type { Tx } from '../../platform/db.ts'
import { type ChildRow, findChildren, findChildrenById } from '../children/store.ts'
import { standingByDay, standingOf } from '../standing/reads.ts'
import type { Requirements } from '../standing/rules.ts'
import { type Attendee, childOf } from './rules.ts'

interface Comer {
  personId: string
  childId: string | null
}

/** Somebody who takes part is asked for nothing where no age is. */
const asksNothing = (opening: Requirements & { kind: OpeningKind }): boolean =>
  opening.kind === 'participant' && opening.ageFrom === null && opening.ageUpTo === null

/** What is known of those who would come to an opening on a day; of a child that was removed, nothing. */
export async function readAttendees(
  tx: Tx,
  opening: Requirements & { kind: OpeningKind },
  comers: readonly Comer[],
  day: string,
): Promise<(comer: Comer) => Attendee | undefined> {
  if (asksNothing(opening) || comers.length === 0) return () => undefined
  if (opening.kind === 'child') {
    const children = await findChildrenById(
      tx,
      comers.flatMap(({ childId }) => childId ?? []),
    )
    return ({ childId }) => knownOf(children, childId)
  }
  const standings = await standingOf(tx, [...new Set(comers.map(({ personId }) => personId))], day)
  return ({ personId }) => standings.get(personId)
}

/** The same of the caller, or a child of theirs, by day. */
export async function readAttendeeByDay(
  tx: Tx,
  opening: Requirements & { kind: OpeningKind },
  { personId, childId }: Comer,
  days: string[],
): Promise<(day: string) => Attendee | undefined> {
  if (asksNothing(opening)) return () => undefined
  if (opening.kind === 'child') {
    const child = knownOf(await findChildren(tx, personId), childId)
    return () => child
  }
  const byDay = await standingByDay(tx, personId, days)
  return (day) => byDay.get(day)
}

function knownOf(children: readonly ChildRow[], childId: string | null): Attendee | undefined {
  const child = children.find(({ id }) => id === childId)
  return child && childOf(child.ageBand)
}
