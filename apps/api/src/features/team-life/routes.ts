import * as teamLife from '@sidan/types/team-life'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readTeamLife } from './reads.ts'

export function teamLifeRoutes(http: Http<Actor>): void {
  http.read(teamLife.getTeamLife, (tx, actor, { params }) => readTeamLife(tx, actor, params.teamId))
}
