import { listAffiliationNumbers } from '@sidan/types/affiliations'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readAffiliationNumbers } from './reads.ts'

export function affiliationNumbersRoutes(http: Http<Actor>): void {
  http.read(listAffiliationNumbers, (tx, actor, { query }) => readAffiliationNumbers(tx, actor, query.year))
}
