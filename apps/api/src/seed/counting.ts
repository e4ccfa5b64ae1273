import { addDays } from '@sidan/types/civil'
import { PersonId } from '@sidan/types/ids'
import { countAction } from '../features/action-counts/count-action.ts'
import { runningOn } from '../features/action-counts/rules.ts'
import type { Actor } from '../features/roles/rules.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { Cast, Stage } from './cast.ts'
import type { Telling } from './telling.ts'

/** What the county gives points for besides service was counted for a newcomer, yesterday and today. */
export async function tellCounting(
  { preset }: Telling,
  as: <R>(key: string, act: (tx: Tx, actor: Actor) => Promise<R>) => Promise<R>,
  { cast, stage, today }: { cast: Cast; stage: Stage; today: string },
): Promise<void> {
  const [first, second] = runningOn(preset.policy.points.earningActions, today)
  const personId = PersonId.parse(cast['third'])
  const count = (day: string, actionCode: string, pieces: number) => {
    const counting = { newId: newId(), unitId: stage.stationId, personId, day, actionCode, pieces }
    return as('keeper', (tx, actor) => countAction(tx, actor, counting))
  }
  if (first) {
    await count(addDays(today, -1), first.code, 2)
    await count(today, first.code, 3)
  }
  if (second) await count(today, second.code, 1)
}
