/** Valid requests about teams and who is in them. Each makes a team of its own, so that they do not meet. */

import * as memberships from '@sidan/types/memberships'
import { askToJoin, issueTeamCode, joinTeamByCode, nameLeader } from '@sidan/types/memberships'
import { getTeamLife } from '@sidan/types/team-life'
import * as teams from '@sidan/types/teams'
import type { World } from '../world.ts'
import type { Request } from './verbs.ts'

export const foundedBody = (w: World, more: object = {}) => ({
  unitId: w.county.stage.instituteId,
  name: '河边巡护队',
  level: 'squad',
  kind: 'volunteerTeam',
  platform: 'life',
  skills: [],
  parentId: null,
  ...more,
})

/** A team of the institute without anybody in it. */
export const founded = async (w: World, more: object = {}): Promise<string> =>
  (await w.done('institute', teams.foundTeam, { body: foundedBody(w, more) })).teamId

/** Somebody joins it by its code. */
export async function joined(w: World, teamId: string, ...who: string[]): Promise<void> {
  const { code } = await w.done('institute', issueTeamCode, { params: { teamId } })
  for (const key of who) await w.done(key, joinTeamByCode, { body: { code, showsName: true } })
}

/** Somebody leads it, having said yes. */
export async function ledBy(w: World, key: string, rank = 'leader', teamId?: string): Promise<string> {
  const id = teamId ?? (await founded(w))
  await named(w, key, rank, id)
  await w.done(key, memberships.answerNaming, { params: { teamId: id }, body: { accept: true } })
  return id
}

/** Somebody was named to lead it. */
export async function named(w: World, key: string, rank = 'leader', teamId?: string): Promise<string> {
  const id = teamId ?? (await founded(w))
  await w.done('institute', nameLeader, { params: { teamId: id }, body: { personId: w.county.cast[key], rank } })
  return id
}

/** A volunteer asks to join a team that Wu leads. */
export async function joinRequest(w: World, key = 'volunteer', teamId?: string): Promise<string> {
  const id = teamId ?? (await ledBy(w, 'second'))
  return (await w.done(key, askToJoin, { params: { teamId: id }, body: { showsName: true } })).requestId
}

type Valid = (w: World) => Promise<Request> | Request
const onTeam =
  (as: string, team: (w: World) => Promise<string>, body?: object): Valid =>
  async (w) => ({ as, params: { teamId: await team(w) }, ...(body ? { body } : {}) })
const led = (w: World) => ledBy(w, 'second')
const withMember = async (w: World) => {
  const teamId = await founded(w)
  await joined(w, teamId, 'volunteer')
  return teamId
}

export const teamRequests: Record<string, Valid> = {
  [teams.getTeam.name]: (w) => ({ as: 'volunteer', params: { teamId: w.county.cast['team'] ?? '' } }),
  [teams.listMyTeams.name]: () => ({ as: 'volunteer' }),
  [teams.listTeams.name]: (w) => ({
    as: 'resident',
    query: { unitId: w.county.stage.instituteId, kind: 'volunteerTeam', platform: 'life', name: '队', limit: '5' },
  }),
  [getTeamLife.name]: (w) => ({ as: 'volunteer', params: { teamId: w.county.cast['team'] ?? '' } }),
  [teams.foundTeam.name]: async (w) => ({
    as: 'institute',
    body: foundedBody(w, { parentId: await founded(w), skills: ['hair'] }),
  }),
  [teams.changeTeam.name]: onTeam('institute', founded, {
    name: '河边护绿队',
    level: 'branch',
    kind: 'talkGroup',
    platform: 'life',
  }),
  [teams.writeTeamWords.name]: onTeam('second', led, { words: '每周三下午在河边见' }),
  [teams.closeTeam.name]: onTeam('institute', founded),
  [memberships.askToJoin.name]: onTeam('volunteer', founded, { showsName: true }),
  [memberships.cancelJoinRequest.name]: async (w) => ({
    as: 'volunteer',
    params: { requestId: await joinRequest(w) },
  }),
  [memberships.answerJoinRequest.name]: async (w) => ({
    as: 'second',
    params: { requestId: await joinRequest(w) },
    body: { reason: 'full', accept: false },
  }),
  [memberships.listJoinRequests.name]: onTeam('second', led),
  [memberships.getTeamCode.name]: onTeam('second', led),
  [memberships.issueTeamCode.name]: onTeam('second', led),
  [memberships.endTeamCode.name]: onTeam('second', led),
  [memberships.joinTeamByCode.name]: async (w) => {
    const { code } = await w.done('institute', issueTeamCode, { params: { teamId: await founded(w) } })
    return { as: 'volunteer', body: { code, showsName: false } }
  },
  [memberships.leaveTeam.name]: onTeam('volunteer', withMember),
  [memberships.saveMembership.name]: onTeam('volunteer', withMember, { showsName: false }),
  [memberships.nameLeader.name]: async (w) => ({
    as: 'institute',
    params: { teamId: await founded(w) },
    body: { personId: w.county.cast['volunteer'], rank: 'deputy' },
  }),
  [memberships.answerNaming.name]: onTeam('volunteer', (w) => named(w, 'volunteer'), { accept: true }),
  [memberships.endLeading.name]: async (w) => ({
    as: 'institute',
    params: { teamId: await led(w) },
    body: { personId: w.county.cast['second'] },
  }),
  [memberships.tellMembers.name]: onTeam('second', led, { words: '明早八点老地方集合' }),
}
