import { civilDay, momentOf } from '@sidan/types/civil'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { draftActivity } from './draft-activity.ts'
import { findOpenings, findShiftTimes, openDetails } from './reads.ts'
import { mayRun } from './rules.ts'
import { lockActivity } from './store.ts'

/** Copies an activity as a draft: its words, openings and shifts, moved so that the first begins on `firstDay`. Nobody who signed up is copied. */
export async function copyActivity(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  copyId: string,
  asked: { activityId: string; firstDay: string },
): Promise<void> {
  const { row, instituteId } = await lockActivity(tx, asked.activityId)
  if (!mayRun(actor, { unitId: row.unitId, instituteId, teamId: row.teamId }))
    refuse(row.state === 'draft' ? 'not-found' : 'not-allowed')
  const times = await findShiftTimes(tx, row.id)
  const first = times[0]
  if (!first) return refuse('period-invalid')
  const moved = momentOf(asked.firstDay).getTime() - momentOf(civilDay(first.startsAt)).getTime()
  const later = (at: Date) => new Date(at.getTime() + moved).toISOString()
  await draftActivity(
    tx,
    actor,
    crypto,
    copyId,
    {
      unitId: row.unitId,
      teamId: row.teamId,
      title: row.title,
      place: row.place,
      content: row.content,
      risks: row.risks,
      platformCode: row.platformCode,
      audience: row.audience,
      hazardous: row.hazardous,
      signUp: row.signUp,
      privateDetails: openDetails(tx, crypto, row),
      openings: await findOpenings(tx, row.id),
      shifts: times.map(({ startsAt, endsAt, signUpUntilAt }) => ({
        startsAt: later(startsAt),
        endsAt: later(endsAt),
        signUpUntil: later(signUpUntilAt),
      })),
    },
    { copiedFromId: row.id },
  )
}
