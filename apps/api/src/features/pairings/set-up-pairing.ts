import { addDays, civilDay } from '@sidan/types/civil'
import type { Household } from '@sidan/types/pairings'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import { type Actor, decidingTiers } from '../roles/rules.ts'
import { findPlace } from '../roles/store.ts'
import { findPerson, insertHousehold, insertPairing } from './store.ts'

export interface PairingInput {
  unitId: string
  volunteerId: string
  household: Household
  everyDays: number
  firstVisitOn: string
  consentGiven: boolean
}

/** Pairs a volunteer with a household that agreed to it (rule-20). The volunteer is asked; nothing begins before their yes (rule-09). */
export async function setUpPairing(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  pairingId: string,
  input: PairingInput,
): Promise<void> {
  const unit = await findPlace(tx, input.unitId)
  if (!unit) return refuse('not-found')
  if (decidingTiers(actor, unit).length === 0) refuse('not-allowed')
  if (!input.consentGiven) refuse('consent-needed')
  const today = civilDay(tx.now)
  if (input.firstVisitOn < today || input.firstVisitOn > addDays(today, 92)) refuse('period-invalid')
  const { unitId, volunteerId, everyDays, firstVisitOn, household } = input
  const householdPersonId = 'personId' in household ? household.personId : null
  if (volunteerId === householdPersonId || !(await findPerson(tx, volunteerId))?.volunteer) refuse('target-unknown')
  if (householdPersonId !== null && !(await findPerson(tx, householdPersonId))) refuse('target-unknown')
  const row = { id: pairingId, unitId, volunteerId, householdPersonId, everyDays, nextVisitDay: firstVisitOn }
  if (!(await insertPairing(tx, { ...row, madeById: actor.personId }))) refuse('already-paired')
  if ('name' in household) await keepHousehold(tx, crypto, pairingId, household)
  await tell(tx, [{ to: { personId: volunteerId }, kind: 'pairing-asked', about: '', pairingId }], actor.personId)
}

async function keepHousehold(
  tx: Tx,
  crypto: Crypto,
  pairingId: string,
  { name, address, phone }: Extract<Household, { name: string }>,
): Promise<void> {
  const seal = (column: string, plain: string) =>
    crypto.seal(plain, { countyId: tx.countyId, table: 'pairing_households', column, id: pairingId })
  await insertHousehold(tx, {
    pairingId,
    nameSealed: seal('name_sealed', name),
    addressSealed: seal('address_sealed', address),
    phoneSealed: phone === null ? null : seal('phone_sealed', phone),
  })
}
