/** Papers of the world's people, and orders that ask for them, for tests that are about what follows. */
import { listMyChildren, registerChild, removeChild } from '@sidan/types/children'
import { childNotice, guardianNotice } from '@sidan/types/consent-notices'
import { agreeAsGuardian, askGuardian } from '@sidan/types/guardians'
import { listMyInsurances, recordInsurances } from '@sidan/types/insurances'
import type { Order } from '@sidan/types/orders'
import { addQualification } from '@sidan/types/qualifications'
import { newId } from '../platform/ids.ts'
import type { World } from './world.ts'

/** Runs a statement as the first county's program: `$1` is the county. */
export const run = (w: World, text: string, ...values: unknown[]): Promise<unknown[]> =>
  w.test.db.inCounty(w.county.countyId, (tx) => tx.rows({ text, values: [tx.countyId, ...values] }))

/** Insures one of the cast from yesterday, for 60 days. */
export async function insure(w: World, who: string): Promise<void> {
  await run(
    w,
    `insert into insurances (county_id, id, person_id, insurer, from_day, until_day, recorded_by_id, recorded_at)
      values ($1, $2, $3, '人保', $4, $5, $6, $7)`,
    newId(),
    w.county.cast[who],
    w.day(-1),
    w.day(59),
    w.county.cast['keeper'],
    w.test.clock.now,
  )
}

/** A triaged order for hazardous work. */
export async function hazardousOrder(w: World): Promise<Order> {
  const itemId = w.item('水电小修')
  await run(w, 'update catalog_items set hazardous = true where county_id = $1 and id = $2', itemId)
  const risks = ['dog', 'old-wiring'].map((code) => ({ code, present: false }))
  return w.triagedBy('keeper', await w.submitted('resident', { itemId, risks }))
}

/** Takes back what waits for somebody, so that the next can be added. */
export const forgetWaiting = (w: World, who: string) =>
  run(w, `delete from qualifications where county_id = $1 and person_id = $2 and state = 'pending'`, w.county.cast[who])

/** A first-aid paper of the volunteer that waits; the one before is taken back. */
export async function newQualification(w: World, who = 'volunteer', code = 'firstAid'): Promise<string> {
  await forgetWaiting(w, who)
  return (await w.done(who, addQualification, { body: { code, issuer: '红十字会' } })).qualificationId
}

/** An insurance of the volunteer, recorded by the keeper; what was recorded before is taken away. */
export async function newInsurance(w: World, who = 'volunteer'): Promise<string> {
  await run(w, 'delete from insurances where county_id = $1')
  const personId = w.county.cast[who] as never
  const body = { personIds: [personId], insurer: '人保', fromDay: w.day(0), untilDay: w.day(60) }
  await w.done('keeper', recordInsurances, { body })
  return (await w.done(who, listMyInsurances)).items[0]?.insuranceId ?? ''
}

/** Nobody is insured, and no guardian agreed. */
export async function forgetPapers(w: World): Promise<void> {
  await run(w, 'delete from insurances where county_id = $1')
  await forgetConsents(w)
}

/** Forgets what guardians agreed to, so that the next can be asked. */
export async function forgetConsents(w: World): Promise<void> {
  await run(w, 'delete from guardian_consents where county_id = $1')
}

/** A code that the minor got for a guardian; no consent stands. */
export async function askedCode(w: World): Promise<string> {
  await forgetConsents(w)
  return (await w.done('minor', askGuardian, { body: { goodForDays: 7 } })).code
}

/** A consent that the neighbour gave for the minor. */
export async function newConsent(w: World): Promise<string> {
  const body = { code: await askedCode(w), adult: true, noticeVersion: guardianNotice.version }
  return (await w.done('neighbour', agreeAsGuardian, { body })).consentId
}

/** The neighbour’s one child. */
export async function newChild(w: World): Promise<string> {
  for (const { childId } of (await w.done('neighbour', listMyChildren)).items)
    await w.done('neighbour', removeChild, { params: { childId } })
  const body = {
    name: '小树',
    ageBand: 'under14' as const,
    pickUpNames: ['奶奶'],
    agreesToData: true,
    agreesToHealth: false,
    noticeVersion: childNotice.version,
  }
  return (await w.done('neighbour', registerChild, { body })).childId
}

/** A photo the county has; its bytes do not matter. */
export async function newPhoto(w: World): Promise<string> {
  const hash = 'a'.repeat(64)
  await run(
    w,
    `insert into photos (county_id, hash, uploaded_by_id, width_px, height_px, byte_count, uploaded_at)
      values ($1, $2, $3, 40, 30, 100, $4) on conflict do nothing`,
    hash,
    w.county.cast['keeper'],
    w.test.clock.now,
  )
  return hash
}
