import { getRecordWhy } from '@sidan/types/records'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readRecordWhy } from './reads.ts'

export function recordEvidenceRoutes(http: Http<Actor>): void {
  http.read(getRecordWhy, (tx, actor, { params }) => readRecordWhy(tx, actor, params.recordId))
}
