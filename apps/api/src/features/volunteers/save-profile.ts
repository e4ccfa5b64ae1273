import type { BodyOf } from '@sidan/types/endpoint'
import type { saveProfile as saveEndpoint } from '@sidan/types/volunteers'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { consentsOf } from '../consents/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { agreed, isRegistered, numberOf } from './rules.ts'
import { findNamed, lockVolunteer, saveVolunteer } from './store.ts'

/** Corrects a volunteer's profile, pauses, comes back. */
export async function saveProfile(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  told: BodyOf<typeof saveEndpoint>,
): Promise<void> {
  const volunteer = await lockVolunteer(tx, actor.personId)
  const consents = await consentsOf(tx, actor.personId)
  if (!volunteer || !isRegistered(volunteer, consents)) return refuse('volunteer-needed')
  orRefuseTrue(agreed(consents, told.ageBand ?? volunteer.ageBand))
  await saveTold(tx, actor.personId, crypto, told)
}

/** Saves what a volunteer tells, held to the county's lists; the national number is sealed, and found by its blind index. */
export async function saveTold(
  tx: Tx,
  personId: string,
  crypto: Crypto,
  told: BodyOf<typeof saveEndpoint>,
): Promise<void> {
  const { nationalNo } = told
  const place = { countyId: tx.countyId, table: 'volunteers', column: 'national_no_sealed', id: personId }
  const kept =
    typeof nationalNo === 'string'
      ? { sealed: crypto.seal(nationalNo, place), index: crypto.blindIndex(tx.countyId, 'national-no', nationalNo) }
      : nationalNo
  const named = await findNamed(tx, {
    skills: told.skills ?? [],
    areas: told.areas ?? [],
    nationalNoIndex: kept?.index ?? null,
  })
  if (!named.skillsKnown) refuse('skill-unknown')
  if (!named.areasKnown) refuse('not-found')
  orRefuseTrue(numberOf(nationalNo, named.takenBy, personId))
  const each = <Item>(list: Item[] | undefined) => list && [...new Set(list)]
  await saveVolunteer(tx, personId, {
    ageBand: told.ageBand,
    active: told.active,
    skills: each(told.skills),
    languages: each(told.languages),
    times: each(told.times),
    areas: each(told.areas),
    nationalNo: kept,
  })
}
