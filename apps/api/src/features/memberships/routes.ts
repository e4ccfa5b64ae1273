import * as memberships from '@sidan/types/memberships'
import type { Crypto } from '../../platform/crypto.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readTeam } from '../teams/reads.ts'
import { answerNaming } from './answer-naming.ts'
import { answerRequest } from './answer-request.ts'
import { cancelRequest } from './cancel-request.ts'
import { endCode } from './end-code.ts'
import { endLeading } from './end-leading.ts'
import { issueCode } from './issue-code.ts'
import { leaveTeam } from './leave-team.ts'
import { nameLeader } from './name-leader.ts'
import { readCode, readRequest, readRequests, readTold } from './reads.ts'
import { redeemCode } from './redeem-code.ts'
import { requestMembership } from './request-membership.ts'
import { saveMembership } from './save-membership.ts'
import { tellMembers } from './tell-members.ts'

export function membershipsRoutes(http: Http<Actor>, crypto: Crypto): void {
  requestRoutes(http)
  codeRoutes(http, crypto)
  leadingRoutes(http)
  http.write(memberships.leaveTeam, {
    subject: ({ params }) => params.teamId,
    run: (tx, actor, { params }) => leaveTeam(tx, actor, params.teamId),
    show: async (_tx, _actor, teamId) => ({ teamId, left: true as const }),
  })
  http.write(memberships.saveMembership, {
    subject: ({ params }) => params.teamId,
    run: (tx, actor, { params, body }) => saveMembership(tx, actor, params.teamId, body.showsName),
    show: (tx, actor, teamId) => readTeam(tx, actor, teamId),
  })
  http.write(memberships.tellMembers, {
    subject: 'new',
    run: (tx, actor, { params, body }, id) => tellMembers(tx, actor, id, { teamId: params.teamId, ...body }),
    show: (tx, _actor, id) => readTold(tx, id),
  })
}

function requestRoutes(http: Http<Actor>): void {
  http.write(memberships.askToJoin, {
    subject: 'new',
    run: (tx, actor, { params, body }, id) => requestMembership(tx, actor, id, { teamId: params.teamId, ...body }),
    show: (tx, _actor, id) => readRequest(tx, id),
  })
  http.write(memberships.cancelJoinRequest, {
    subject: ({ params }) => params.requestId,
    run: (tx, actor, { params }) => cancelRequest(tx, actor, params.requestId),
    show: (tx, _actor, id) => readRequest(tx, id),
  })
  http.write(memberships.answerJoinRequest, {
    subject: ({ params }) => params.requestId,
    run: (tx, actor, { params, body }) => answerRequest(tx, actor, params.requestId, body),
    show: (tx, _actor, id) => readRequest(tx, id),
  })
  http.read(memberships.listJoinRequests, (tx, actor, { params }) => readRequests(tx, actor, params.teamId))
}

function codeRoutes(http: Http<Actor>, crypto: Crypto): void {
  http.read(memberships.getTeamCode, (tx, actor, { params }) => readCode(tx, actor, crypto, params.teamId))
  http.write(memberships.issueTeamCode, {
    subject: ({ params }) => params.teamId,
    run: (tx, actor, { params }) => issueCode(tx, actor, crypto, params.teamId),
    show: (tx, actor, teamId) => readCode(tx, actor, crypto, teamId),
  })
  http.write(memberships.endTeamCode, {
    subject: ({ params }) => params.teamId,
    run: (tx, actor, { params }) => endCode(tx, actor, params.teamId),
    show: (tx, actor, teamId) => readCode(tx, actor, crypto, teamId),
  })
  http.write(memberships.joinTeamByCode, {
    subject: () => undefined,
    guess: { refusedAs: 'team-code-unknown', typed: () => true },
    run: (tx, actor, { body }) => redeemCode(tx, actor, crypto, body),
    show: (tx, actor, teamId) => readTeam(tx, actor, teamId),
  })
}

function leadingRoutes(http: Http<Actor>): void {
  http.write(memberships.nameLeader, {
    subject: ({ params }) => params.teamId,
    run: (tx, actor, { params, body }) => nameLeader(tx, actor, params.teamId, body),
    show: (tx, actor, teamId) => readTeam(tx, actor, teamId),
  })
  http.write(memberships.answerNaming, {
    subject: ({ params }) => params.teamId,
    run: (tx, actor, { params, body }) => answerNaming(tx, actor, params.teamId, body.accept),
    show: (tx, actor, teamId) => readTeam(tx, actor, teamId),
  })
  http.write(memberships.endLeading, {
    subject: ({ params }) => params.teamId,
    run: (tx, actor, { params, body }) => endLeading(tx, actor, params.teamId, body.personId),
    show: (tx, actor, teamId) => readTeam(tx, actor, teamId),
  })
}
