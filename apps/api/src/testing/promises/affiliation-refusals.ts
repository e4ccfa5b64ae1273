/** What 双报到 and the county's aims may be refused with. */
import { listAffiliationNumbers, saveAffiliation } from '@sidan/types/affiliations'
import { listAims } from '@sidan/types/aims'
import { newId } from '../../platform/ids.ts'
import type { World } from '../world.ts'
import { affiliationBody } from './affiliation-requests.ts'
import { type Refusing, refused } from './verbs.ts'

const saying = (more: (w: World) => object | Promise<object>) => async (w: World) => ({
  as: 'volunteer',
  body: await affiliationBody(w, await more(w)),
})

export const refusalsOfAffiliations: Refusing[] = [
  refused(saveAffiliation, 'dual-affiliation-off', 'the county has none (rule-28)', async (w) => ({
    as: 'volunteer',
    inDaye: true,
    body: await affiliationBody(w),
  })),
  refused(
    saveAffiliation,
    'notice-outdated',
    'another version of the notice was read (rule-20)',
    saying(() => ({ noticeVersion: 1 })),
  ),
  refused(
    saveAffiliation,
    'not-found',
    'no department has that id',
    saying(() => ({ departmentId: newId() })),
  ),
  refused(
    saveAffiliation,
    'not-found',
    'they are said to work at a station',
    saying((w) => ({ departmentId: w.county.stage.stationId })),
  ),
  refused(
    saveAffiliation,
    'not-found',
    'they are said to live at an institute',
    saying((w) => ({ stationId: w.county.stage.instituteId })),
  ),
  refused(
    saveAffiliation,
    'not-found',
    'the station is another county’s',
    saying((w) => ({ stationId: w.daye.county.stage.stationId })),
  ),
  refused(listAffiliationNumbers, 'not-allowed', 'a station’s keeper asks', () => ({ as: 'keeper' })),
  refused(listAffiliationNumbers, 'not-allowed', 'an institute’s keeper asks', () => ({ as: 'institute' })),
  refused(listAffiliationNumbers, 'not-allowed', 'somebody without a role asks', () => ({ as: 'resident' })),
  refused(listAffiliationNumbers, 'dual-affiliation-off', 'the county has none', () => ({
    as: 'center',
    inDaye: true,
  })),
  refused(listAims, 'not-allowed', 'a station’s keeper asks', () => ({ as: 'keeper' })),
  refused(listAims, 'not-allowed', 'somebody without a role asks', () => ({ as: 'volunteer' })),
]
