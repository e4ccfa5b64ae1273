/** What teams and being in them may be refused with. */

import type { Endpoint } from '@sidan/types/endpoint'
import * as memberships from '@sidan/types/memberships'
import type { ProblemCode } from '@sidan/types/problems'
import * as teams from '@sidan/types/teams'
import { newId } from '../../platform/ids.ts'
import type { World } from '../world.ts'
import { founded, foundedBody, joined, joinRequest, ledBy, named } from './team-requests.ts'
import { type Refusing, type Request, refused } from './verbs.ts'

const on = (as: string, teamId: string, body?: object): Request => ({
  as,
  params: { teamId },
  ...(body ? { body } : {}),
})
const founding = (code: ProblemCode, when: string, as: string, more: (w: World) => object | Promise<object>) =>
  refused(teams.foundTeam, code, when, async (w) => ({ as, body: foundedBody(w, await more(w)) }))
const changing = (
  code: ProblemCode,
  when: string,
  as: string,
  more: (w: World, own: string) => object | Promise<object>,
) =>
  refused(teams.changeTeam, code, when, async (w) => {
    const teamId = await founded(w)
    return on(as, teamId, await more(w, teamId))
  })
const words = { words: '每周三见' }

const tree = [
  founding('not-allowed', 'a station’s keeper founds one at the institute', 'keeper', () => ({})),
  founding('not-allowed', 'a volunteer founds one', 'volunteer', () => ({})),
  founding('not-found', 'the unit is another county’s', 'center', (w) => ({ unitId: w.daye.county.stage.stationId })),
  founding('team-unknown', 'the parent is another county’s', 'institute', (w) => ({
    parentId: w.daye.county.cast['team'],
  })),
  founding('skill-unknown', 'nobody in the county has that skill', 'institute', () => ({ skills: ['flying'] })),
  founding('skill-unknown', 'the county has no such platform', 'institute', () => ({ platform: 'moon' })),
  founding('team-circle', 'it would be the ninth level', 'institute', async (w) => {
    let parentId: string | null = null
    for (let level = 0; level < 8; level += 1) parentId = await founded(w, { parentId })
    return { parentId }
  }),
  changing('not-allowed', 'a station’s keeper changes the institute’s', 'keeper', () => ({ name: '新名字' })),
  changing('team-circle', 'it is its own parent', 'institute', (_w, own) => ({ parentId: own })),
  changing('team-circle', 'it would stand below its own child', 'institute', async (w, own) => ({
    parentId: await founded(w, { parentId: await founded(w, { parentId: own }) }),
  })),
  changing('team-unknown', 'the parent is nobody’s', 'institute', () => ({ parentId: newId() })),
  changing('skill-unknown', 'nobody has that skill', 'institute', () => ({ skills: ['flying'] })),
  refused(teams.writeTeamWords, 'not-allowed', 'a member writes them', async (w) => {
    const teamId = await founded(w)
    await joined(w, teamId, 'volunteer')
    return on('volunteer', teamId, words)
  }),
  refused(teams.closeTeam, 'not-allowed', 'its own leader closes it', async (w) =>
    on('second', await ledBy(w, 'second')),
  ),
  refused(teams.closeTeam, 'team-has-orders', 'an order sent to it is open', async (w) => {
    await w.dispatched(w.toTeam)
    return on('center', w.county.cast['team'] ?? '')
  }),
]

const asking = [
  refused(memberships.askToJoin, 'volunteer-needed', 'a resident asks', async (w) =>
    on('resident', await founded(w), { showsName: true }),
  ),
  refused(memberships.askToJoin, 'already-in-team', 'they are in it', async (w) =>
    on('volunteer', w.county.cast['team'] ?? '', { showsName: true }),
  ),
  refused(memberships.askToJoin, 'already-asked', 'they asked before', async (w) => {
    const teamId = await ledBy(w, 'second')
    await joinRequest(w, 'volunteer', teamId)
    return on('volunteer', teamId, { showsName: false })
  }),
  ...[memberships.cancelJoinRequest, memberships.answerJoinRequest].flatMap((endpoint) => {
    const body = endpoint === memberships.answerJoinRequest ? { body: { accept: true } } : {}
    const by = endpoint === memberships.answerJoinRequest ? 'second' : 'volunteer'
    return [
      refused(endpoint, 'request-answered', 'it was answered before', async (w) => {
        const requestId = await joinRequest(w)
        await w.done('second', memberships.answerJoinRequest, { params: { requestId }, body: { accept: false } })
        return { as: by, params: { requestId }, ...body }
      }),
    ]
  }),
  refused(memberships.cancelJoinRequest, 'not-found', 'somebody else takes it back', async (w) => ({
    as: 'third',
    params: { requestId: await joinRequest(w) },
  })),
  refused(memberships.answerJoinRequest, 'not-allowed', 'who asked answers it', async (w) => ({
    as: 'volunteer',
    params: { requestId: await joinRequest(w) },
    body: { accept: true },
  })),
  refused(memberships.answerJoinRequest, 'not-allowed', 'the leader of another team answers it', async (w) => {
    await ledBy(w, 'third')
    return { as: 'third', params: { requestId: await joinRequest(w) }, body: { accept: true } }
  }),
]

/** What only its own leaders do, asked by the leader of another team. */
const ofAnother = (
  [
    [memberships.listJoinRequests],
    [memberships.getTeamCode],
    [memberships.issueTeamCode],
    [memberships.endTeamCode],
    [memberships.tellMembers, { words: '来我们队吧' }],
  ] as [Endpoint, object?][]
).map(([endpoint, body]) =>
  refused(endpoint, 'not-allowed', 'the leader of another team asks', async (w) => {
    await ledBy(w, 'third')
    return on('third', await ledBy(w, 'second'), body)
  }),
)

const coming = [
  refused(memberships.joinTeamByCode, 'team-code-unknown', 'the code was renewed', async (w) => {
    const params = { teamId: await founded(w) }
    const { code } = await w.done('institute', memberships.issueTeamCode, { params })
    await w.done('institute', memberships.issueTeamCode, { params })
    return { as: 'volunteer', body: { code, showsName: false } }
  }),
  refused(memberships.joinTeamByCode, 'team-code-unknown', 'the code was taken away', async (w) => {
    const params = { teamId: await founded(w) }
    const { code } = await w.done('institute', memberships.issueTeamCode, { params })
    await w.done('institute', memberships.endTeamCode, { params })
    return { as: 'volunteer', body: { code, showsName: false } }
  }),
  refused(memberships.joinTeamByCode, 'volunteer-needed', 'a resident has the code', async (w) => {
    const { code } = await w.done('institute', memberships.issueTeamCode, { params: { teamId: await founded(w) } })
    return { as: 'resident', body: { code, showsName: false } }
  }),
  refused(memberships.leaveTeam, 'not-in-team', 'they are not in it', async (w) => on('volunteer', await founded(w))),
  refused(memberships.saveMembership, 'not-in-team', 'they are not in it', async (w) =>
    on('volunteer', await founded(w), { showsName: true }),
  ),
]

const leading = [
  refused(memberships.nameLeader, 'not-allowed', 'a volunteer names themselves', async (w) =>
    on('volunteer', await founded(w), { personId: w.county.cast['volunteer'], rank: 'leader' }),
  ),
  refused(memberships.nameLeader, 'target-unknown', 'a resident is named', async (w) =>
    on('institute', await founded(w), { personId: w.county.cast['resident'], rank: 'leader' }),
  ),
  refused(memberships.nameLeader, 'target-unknown', 'the volunteer is another county’s', async (w) =>
    on('institute', await founded(w), { personId: w.daye.county.cast['volunteer'], rank: 'leader' }),
  ),
  refused(memberships.nameLeader, 'already-leads', 'they lead it', async (w) =>
    on('institute', await ledBy(w, 'second'), { personId: w.county.cast['second'], rank: 'leader' }),
  ),
  refused(memberships.answerNaming, 'not-named', 'somebody else was named', async (w) =>
    on('third', await named(w, 'volunteer'), { accept: true }),
  ),
  refused(memberships.endLeading, 'not-allowed', 'a member ends it', async (w) =>
    on('volunteer', w.county.cast['team'] ?? '', { personId: w.county.cast['second'] }),
  ),
  refused(memberships.endLeading, 'target-unknown', 'they do not lead it', async (w) =>
    on('institute', await founded(w), { personId: w.county.cast['second'] }),
  ),
]

export const refusalsOfTeams: Refusing[] = [...tree, ...asking, ...ofAnother, ...coming, ...leading]
