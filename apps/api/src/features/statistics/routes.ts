import * as statistics from '@sidan/types/statistics'
import type { Database } from '../../platform/db.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readUnitNumbers } from '../roll-ups/reads.ts'
import { readCountyNumbers } from './reads.ts'

export function statisticsRoutes(http: Http<Actor>, db: Database): void {
  http.read(statistics.getCountyNumbers, (tx, actor, { query }) => readCountyNumbers(tx, actor, query.month))
  http.open(statistics.getUnitNumbers, ({ params, query }) =>
    db.inCounty(params.countyId, (tx) => readUnitNumbers(tx, params.unitId, query.month)),
  )
}
