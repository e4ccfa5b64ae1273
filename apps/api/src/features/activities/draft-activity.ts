import type { ActivityForm } from '@sidan/types/activity-forms'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { findPlace } from '../roles/store.ts'
import { orRefuseUnknown } from '../teams/found-team.ts'
import { checkOpenings, mayRun, shiftTimes, startApart } from './rules.ts'
import { countQualifications, insertActivity, isTeam } from './store.ts'

/** What is written, with ids as the database has them. */
export type Draft = Omit<ActivityForm, 'unitId' | 'teamId'> & { unitId: string; teamId: string | null }

/** Where a draft comes from, when it was not written from nothing. */
export interface Source {
  orderId?: string
  copiedFromId?: string
}

/** Writes a draft: nobody but who may run it sees it until it is published. */
export async function draftActivity(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  activityId: string,
  form: Draft,
  source: Source = {},
): Promise<void> {
  const unit = await findPlace(tx, form.unitId)
  if (!unit || (form.teamId !== null && !(await isTeam(tx, form.teamId)))) return refuse('not-found')
  if (!mayRun(actor, { unitId: unit.stationId, instituteId: unit.instituteId, teamId: form.teamId }))
    refuse('not-allowed')
  orRefuseTrue(checkOpenings(form, form.openings))
  // What is copied or made of an order was the county's when it was written.
  if (source.orderId === undefined && source.copiedFromId === undefined) await orRefuseUnfit(tx, actor, form)
  const times = form.shifts.map((shift) => {
    const answer = shiftTimes(shift, tx.now)
    return typeof answer === 'string' ? refuse(answer) : answer
  })
  if (!startApart(times)) refuse('period-invalid')
  const { openings, shifts: _shifts, privateDetails, ...written } = form
  await insertActivity(
    tx,
    {
      ...written,
      ...source,
      id: activityId,
      state: 'draft',
      draftedById: actor.personId,
      privateDetailsSealed: sealDetails(tx, crypto, activityId, privateDetails),
    },
    openings,
    times,
  )
}

/** Refuses a platform, skills and papers that the county does not have: nobody could ever fit. */
async function orRefuseUnfit(tx: Tx, actor: Actor, { platformCode, openings }: Draft): Promise<void> {
  await orRefuseUnknown(tx, actor, { platform: platformCode, skills: openings.flatMap(({ skill }) => skill ?? []) })
  const papers = [...new Set(openings.flatMap(({ qualification }) => qualification ?? []))]
  if (papers.length > 0 && (await countQualifications(tx, papers)) < papers.length) refuse('qualification-unknown')
}

/** Door code and phone of the host are sealed: they are for who is confirmed. */
export const sealDetails = (tx: Tx, crypto: Crypto, id: string, details: string | null): Buffer | null =>
  details === null
    ? null
    : crypto.seal(details, { countyId: tx.countyId, table: 'activities', column: 'private_details_sealed', id })
