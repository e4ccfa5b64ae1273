import * as statistics from '@sidan/types/statistics'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readCountyNumbers } from './reads.ts'

export function statisticsRoutes(http: Http<Actor>): void {
  http.read(statistics.getCountyNumbers, (tx, actor, { query }) => readCountyNumbers(tx, actor, query.month))
}
