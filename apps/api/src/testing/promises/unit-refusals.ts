/** What units and sheets may be refused with. */
import { addUnit, closeUnit, getUnit, saveUnit } from '@sidan/types/organisation'
import { importSheet } from '@sidan/types/sheet-imports'
import { getUnitNumbers } from '@sidan/types/statistics'
import { atStation } from './role-requests.ts'
import { added, sheet, site } from './unit-requests.ts'
import { type Refusing, refused } from './verbs.ts'

const units = [
  refused(getUnitNumbers, 'not-found', 'the unit is another county’s', (w) => ({
    as: undefined,
    params: { countyId: '420882', unitId: w.daye.county.stage.stationId },
  })),
  refused(getUnitNumbers, 'not-found', 'it was closed', async (w) => {
    const { unitId } = await added(w)
    await w.done('keeper', closeUnit, { params: { unitId } })
    return { as: undefined, params: { countyId: '420882', unitId } }
  }),
  refused(getUnit, 'not-allowed', 'a resident asks', (w) => ({ as: 'resident', ...atStation(w) })),
  refused(saveUnit, 'not-allowed', 'an auditor saves', (w) => ({
    as: 'auditor',
    ...atStation(w),
    body: { phone: '0724-7330001' },
  })),
  refused(saveUnit, 'not-allowed', 'the institute is above the keeper', (w) => ({
    as: 'keeper',
    params: { unitId: w.county.stage.instituteId },
    body: { phone: '0724-7330001' },
  })),
  refused(saveUnit, 'hours-invalid', 'it closes before it opens', (w) => ({
    as: 'keeper',
    ...atStation(w),
    body: { opensAt: '18:00', closesAt: '08:00' },
  })),
  refused(addUnit, 'not-allowed', 'a volunteer adds one', (w) => ({
    as: 'volunteer',
    ...atStation(w),
    body: site('点'),
  })),
  refused(addUnit, 'hours-invalid', 'it never opens', (w) => ({
    as: 'keeper',
    ...atStation(w),
    body: { ...site('点'), closesAt: '08:30' },
  })),
  refused(addUnit, 'unit-name-taken', 'there is one of that name', async (w) => {
    const { name } = await added(w)
    return { as: 'keeper', ...atStation(w), body: site(name) }
  }),
  refused(closeUnit, 'not-allowed', 'the keeper closes their own station', (w) => ({ as: 'keeper', ...atStation(w) })),
  refused(closeUnit, 'unit-in-use', 'an activity is coming there', async (w) => {
    await w.published()
    return { as: 'institute', ...atStation(w) }
  }),
]

const sheets = [
  refused(importSheet, 'sheet-not-read', 'it was imported before', async (w) => ({
    as: 'institute',
    params: await sheet(w, 'done'),
    body: { rows: 'good' },
  })),
  refused(importSheet, 'sheet-has-errors', 'all is asked and one row is bad', async (w) => ({
    as: 'institute',
    params: await sheet(w, 'read', 1),
    body: { rows: 'all' },
  })),
  refused(importSheet, 'not-found', 'the sheet is somebody else’s', async (w) => ({
    as: 'center',
    params: await sheet(w, 'read'),
    body: { rows: 'good' },
  })),
]

export const refusalsOfUnits: Refusing[] = [...units, ...sheets]
