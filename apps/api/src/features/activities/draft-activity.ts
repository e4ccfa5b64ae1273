import type { ActivityForm } from '@sidan/types/activity-forms'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { checkOpenings, mayRun, shiftTimes, startApart } from './rules.ts'
import { findUnit, findUnknown, insertActivity, isTeam } from './store.ts'

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
  const unit = await findUnit(tx, form.unitId)
  if (!unit || (form.teamId !== null && !(await isTeam(tx, form.teamId)))) return refuse('not-found')
  if (!mayRun(actor, { unitId: unit.id, instituteId: unit.instituteId, teamId: form.teamId })) refuse('not-allowed')
  orRefuseTrue(checkOpenings(form, form.openings))
  await orRefuseUnknown(tx, actor, form.platformCode, form.openings)
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
export async function orRefuseUnknown(
  tx: Tx,
  actor: Actor,
  platformCode: string | null,
  openings: readonly { skill: string | null; qualification: string | null }[],
): Promise<void> {
  const unknown = await findUnknown(tx, codesOf(openings, 'skill'), codesOf(openings, 'qualification'))
  if (unknown.skills > 0) refuse('skill-unknown')
  if (unknown.qualifications > 0) refuse('qualification-unknown')
  if (platformCode === null) return
  const { platforms } = await policyOf(tx, actor.policyVersion)
  if (!platforms.some(({ code }) => code === platformCode)) refuse('skill-unknown')
}

const codesOf = <Key extends 'skill' | 'qualification'>(
  openings: readonly Record<Key, string | null>[],
  key: Key,
): string[] => [...new Set(openings.flatMap((opening) => opening[key] ?? []))]

/** Door code and phone of the host are sealed: they are for who is confirmed. */
export const sealDetails = (tx: Tx, crypto: Crypto, id: string, details: string | null): Buffer | null =>
  details === null
    ? null
    : crypto.seal(details, { countyId: tx.countyId, table: 'activities', column: 'private_details_sealed', id })
