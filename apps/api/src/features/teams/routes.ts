import * as teams from '@sidan/types/teams'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { changeTeam } from './change-team.ts'
import { closeTeam } from './close-team.ts'
import { foundTeam } from './found-team.ts'
import { readMyTeams, readTeam, readTeams } from './reads.ts'
import { writeWords } from './write-words.ts'

export function teamsRoutes(http: Http<Actor>): void {
  http.read(teams.getTeam, (tx, actor, { params }) => readTeam(tx, actor, params.teamId))
  http.read(teams.listMyTeams, (tx, actor) => readMyTeams(tx, actor))
  http.read(teams.listTeams, (tx, actor, { query }) =>
    readTeams(tx, actor, { ...query, limit: pageLimit(query.limit) }),
  )
  http.write(teams.foundTeam, {
    subject: 'new',
    run: (tx, actor, { body }, id) => foundTeam(tx, actor, id, body),
    show: (tx, actor, id) => readTeam(tx, actor, id),
  })
  http.write(teams.changeTeam, {
    subject: ({ params }) => params.teamId,
    run: (tx, actor, { params, body }) => changeTeam(tx, actor, params.teamId, body),
    show: (tx, actor, id) => readTeam(tx, actor, id),
  })
  http.write(teams.writeTeamWords, {
    subject: ({ params }) => params.teamId,
    run: (tx, actor, { params, body }) => writeWords(tx, actor, params.teamId, body.words),
    show: (tx, actor, id) => readTeam(tx, actor, id),
  })
  http.write(teams.closeTeam, {
    subject: ({ params }) => params.teamId,
    run: (tx, actor, { params }) => closeTeam(tx, actor, params.teamId),
    show: async (_tx, _actor, teamId) => ({ teamId, closed: true as const }),
  })
}
