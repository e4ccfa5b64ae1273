import { getBalances } from '@sidan/types/ledger'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readBalances } from './reads.ts'

export function ledgerRoutes(http: Http<Actor>): void {
  http.read(getBalances, (tx, actor) => readBalances(tx, actor))
}
