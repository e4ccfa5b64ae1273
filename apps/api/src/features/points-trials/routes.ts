import { getPointsTrial } from '@sidan/types/points-trials'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readTrial } from './reads.ts'

export function pointsTrialsRoutes(http: Http<Actor>): void {
  http.read(getPointsTrial, (tx, actor, { query }) => readTrial(tx, actor, query))
}
