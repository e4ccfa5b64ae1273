/** 双报到 as it is registered and read rightly. */
import * as affiliations from '@sidan/types/affiliations'
import { listAims } from '@sidan/types/aims'
import { currentNotice } from '@sidan/types/consent-notices'
import { listUnits } from '@sidan/types/organisation'
import type { World } from '../world.ts'
import type { Valid } from './verbs.ts'

/** The county's departments, by code. */
export async function departmentsIn(w: World): Promise<string[]> {
  const params = { countyId: String(w.county.countyId) }
  return (await w.done('resident', listUnits, { params, query: { kind: 'departments' } })).items.map(
    ({ unitId }) => unitId,
  )
}

/** What somebody of the first department who lives at the stage's station says. */
export const affiliationBody = async (w: World, more: object = {}) => ({
  departmentId: (await departmentsIn(w))[0] as never,
  stationId: w.county.stage.stationId as never,
  noticeVersion: currentNotice('partyMembership'),
  ...more,
})

export const affiliationRequests: Record<string, Valid> = {
  [affiliations.getAffiliation.name]: () => ({ as: 'resident' }),
  [affiliations.saveAffiliation.name]: async (w) => ({ as: 'resident', body: await affiliationBody(w) }),
  [affiliations.listAffiliationNumbers.name]: () => ({ as: 'center', query: { year: '2026' } }),
  [listAims.name]: () => ({ as: 'institute' }),
}
