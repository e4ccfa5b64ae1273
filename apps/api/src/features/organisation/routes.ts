import * as organisation from '@sidan/types/organisation'
import type { Database } from '../../platform/db.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readCounties, readStationPage, readUnits } from './reads.ts'

export function organisationRoutes(http: Http<Actor>, db: Database, demo: boolean): void {
  http.open(organisation.listCounties, async () => ({ items: await readCounties(db), demo }))
  http.open(organisation.listUnits, ({ params, query }) => db.inCounty(params.countyId, (tx) => readUnits(tx, query)))
  http.open(organisation.getStationPage, ({ params }) =>
    db.inCounty(params.countyId, (tx) => readStationPage(tx, params.code)),
  )
}
