import { listAims } from '@sidan/types/aims'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readAims } from './reads.ts'

export function aimsRoutes(http: Http<Actor>): void {
  http.read(listAims, (tx, actor) => readAims(tx, actor))
}
