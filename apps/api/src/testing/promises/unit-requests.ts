/** One request per endpoint of units and sheets that succeeds. */
import { addUnit, closeUnit, getUnit, saveUnit } from '@sidan/types/organisation'
import * as sheets from '@sidan/types/sheet-imports'
import { getUnitNumbers } from '@sidan/types/statistics'
import { newId } from '../../platform/ids.ts'
import type { World } from '../world.ts'
import { atStation } from './role-requests.ts'
import type { Request } from './verbs.ts'

export const site = (name: string) => ({
  tier: 'site',
  name,
  phone: '0724-7330000',
  address: '城畈社区文化广场',
  opensAt: '08:30',
  closesAt: '17:30',
})

/** A 点 of the station, new each time. */
export const added = (w: World) =>
  w.done('keeper', addUnit, { ...atStation(w), body: site(`城畈广场点 ${newId().slice(-8)}`) })

/** A sheet of the institute's keeper, as reading left it. */
export async function sheet(w: World, state: 'read' | 'done', badCount = 0): Promise<{ importId: string }> {
  const importId = newId()
  await w.test.db.inCounty(w.county.countyId, (tx) =>
    tx.rows({
      text: `insert into sheet_imports (county_id, id, uploaded_by_id, uploaded_at, state, good_count, bad_count, wrong_columns)
        values ($1, $2, $3, $4, $5, 3, $6, '[]')`,
      values: [tx.countyId, importId, w.county.cast['institute'], tx.now, state, badCount],
    }),
  )
  return { importId }
}
const onSheet = async (w: World, state: 'read' | 'done'): Promise<Request> => ({
  as: 'institute',
  params: await sheet(w, state),
})

export const unitRequests: Record<string, (w: World) => Promise<Request> | Request> = {
  [getUnitNumbers.name]: (w) => ({
    as: undefined,
    params: { countyId: '420882', unitId: w.county.stage.stationId },
    query: { month: '2026-11' },
  }),
  [getUnit.name]: (w) => ({ as: 'keeper', ...atStation(w) }),
  [saveUnit.name]: (w) => ({
    as: 'keeper',
    ...atStation(w),
    body: {
      phone: '0724-7330001',
      address: '城畈社区党群服务中心一楼',
      opensAt: '08:00',
      closesAt: '18:00',
      responsible: { displayName: '郑书记', roleWord: '社区书记', consented: true },
    },
  }),
  [addUnit.name]: (w) => ({ as: 'keeper', ...atStation(w), body: site('城畈广场点') }),
  [closeUnit.name]: async (w) => ({ as: 'keeper', params: { unitId: (await added(w)).unitId } }),
  [sheets.listSheetImports.name]: () => ({ as: 'institute', query: { limit: '5' } }),
  [sheets.getSheetImport.name]: (w) => onSheet(w, 'read'),
  [sheets.listSheetErrors.name]: async (w) => ({ ...(await onSheet(w, 'read')), query: { limit: '5' } }),
  [sheets.listSheetInvitations.name]: async (w) => ({ ...(await onSheet(w, 'done')), query: { limit: '5' } }),
  [sheets.importSheet.name]: async (w) => ({ ...(await onSheet(w, 'read')), body: { rows: 'good' } }),
}
