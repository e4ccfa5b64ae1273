import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { type Actor, decidingTiers } from '../roles/rules.ts'
import { findUnit, insertActivity } from './store.ts'

export interface Announcement {
  unitId: string
  title: string
  place: string
  startsAt: string
  endsAt: string
  capacity: number | null
}

/** Announces an activity at a unit in the caller's subtree. */
export async function publishActivity(tx: Tx, actor: Actor, activityId: string, input: Announcement): Promise<void> {
  const unit = await findUnit(tx, input.unitId)
  if (!unit) return refuse('not-found')
  if (decidingTiers(actor, { stationId: unit.id, instituteId: unit.instituteId }).length === 0) refuse('not-allowed')
  const [startsAt, endsAt] = [new Date(input.startsAt), new Date(input.endsAt)]
  if (endsAt <= startsAt || endsAt <= tx.now) refuse('period-invalid')
  await insertActivity(tx, { ...input, id: activityId, startsAt, endsAt, publishedById: actor.personId })
}
