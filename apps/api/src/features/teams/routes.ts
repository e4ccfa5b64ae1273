import * as teams from '@sidan/types/teams'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readMyTeams, readTeam } from './reads.ts'

export function teamsRoutes(http: Http<Actor>): void {
  http.read(teams.getTeam, (tx, actor, { params }) => readTeam(tx, actor, params.teamId))
  http.read(teams.listMyTeams, (tx, actor) => readMyTeams(tx, actor))
}
