import type { BodyOf } from '@sidan/types/endpoint'
import type { registerVolunteer as registerEndpoint } from '@sidan/types/volunteers'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { giveConsents } from '../consents/give-consent.ts'
import { consentsOf } from '../consents/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { agreed, isRegistered } from './rules.ts'
import { saveTold } from './save-profile.ts'
import { insertVolunteer, lockVolunteer } from './store.ts'

/** 登记: the notice was read and agreed to, then what is asked is kept. Who withdrew and comes back keeps their number. */
export async function registerVolunteer(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  { consents, ...told }: BodyOf<typeof registerEndpoint>,
): Promise<void> {
  const { personId } = actor
  orRefuseTrue(agreed(new Set(consents.map(({ purpose }) => purpose)), told.ageBand))
  const before = await lockVolunteer(tx, personId)
  if (isRegistered(before, await consentsOf(tx, personId))) refuse('already-volunteer')
  await giveConsents(tx, { personId, byId: personId }, consents)
  if (!before) await insertVolunteer(tx, personId)
  await saveTold(tx, personId, crypto, { ...told, active: true })
}
