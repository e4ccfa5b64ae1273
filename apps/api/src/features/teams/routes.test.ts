import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { dispatchOrder } from '@sidan/types/dispatch'
import type { ReplyOf } from '@sidan/types/endpoint'
import { saveMembership } from '@sidan/types/memberships'
import { listNotices } from '@sidan/types/notices'
import { changeTeam, closeTeam, foundTeam, getTeam, listMyTeams, listTeams, writeTeamWords } from '@sidan/types/teams'
import { founded, foundedBody, joined, joinRequest, ledBy, named } from '../../testing/promises/team-requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

const team = () => w.county.cast['team'] ?? ''
const look = (who: string, teamId = team()) => w.county.as(who)(getTeam, { params: { teamId } })
const names = async (who: string, teamId?: string) =>
  (await look(who, teamId)).body.members.map(({ displayName }) => displayName)

describe('a team’s page', () => {
  it.each(['second', 'institute', 'center', 'auditor'])('shows %s everybody and what they can do', async (who) => {
    const { body } = await look(who)
    expect(body).toMatchObject({ teamId: team(), leaderNames: ['吴嫂'], memberCount: 3 })
    expect(body.members.map(({ displayName, rank }) => [displayName, rank])).toEqual([
      ['吴嫂', 'leader'],
      ['李师傅', 'member'],
      ['小郑', 'member'],
    ])
    expect(body.members[0]?.skills).toContain('理发')
  })

  // The team is the institute's: a station's keeper does not stand above it.
  it.each(['resident', 'merchant', 'gridWorker', 'keeper'])(
    'rule-07 shows %s who leads and how many are in it, and nobody else’s name',
    async (who) => {
      const { body } = await look(who)
      expect([body.members, body.memberCount, body.leaderNames]).toEqual([[], 3, ['吴嫂']])
    },
  )

  it('rule-07 shows fellow members only those who show their name, from the moment they say so', async () => {
    expect(await names('volunteer')).toEqual(['吴嫂', '李师傅'])
    await w.done('third', saveMembership, { params: { teamId: team() }, body: { showsName: true } })
    expect(await names('volunteer')).toEqual(['吴嫂', '李师傅', '小郑'])
    await w.done('third', saveMembership, { params: { teamId: team() }, body: { showsName: false } })
    expect(await names('volunteer')).toEqual(['吴嫂', '李师傅'])
  })

  it('rule-44 shows its words to their author at once, and to others when they were checked', async () => {
    const teamId = await ledBy(w, 'second')
    await w.done('second', writeTeamWords, { params: { teamId }, body: { words: '每周三下午在河边见' } })
    const words = async (who: string) => (await look(who, teamId)).body.words
    expect([await words('second'), await words('resident')]).toEqual(['每周三下午在河边见', null])
    await test.db.inCounty(w.county.countyId, (tx) =>
      tx.rows({
        text: `update word_checks set state = 'passed' where county_id = $1 and subject_id = $2`,
        values: [tx.countyId, teamId],
      }),
    )
    expect(await words('resident')).toBe('每周三下午在河边见')
  })

  it('is hidden from every other county, its center too', async () => {
    for (const who of ['center', 'keeper', 'volunteer', 'auditor'])
      expect((await w.daye.county.as(who)(getTeam, { params: { teamId: team() } })).code).toBe('not-found')
  })

  it('offers each what they may do', async () => {
    const teamId = await ledBy(w, 'second')
    await joined(w, teamId, 'third')
    await named(w, 'third', 'deputy', teamId)
    const actions = async (who: string) => (await look(who, teamId)).body.allowedActions
    expect(await actions('resident')).toEqual(['ask'])
    expect(await actions('third')).toEqual(['leave', 'saveMembership', 'answerNaming'])
    expect(await actions('second')).toEqual([
      'leave',
      'saveMembership',
      'stepDown',
      'answerRequests',
      'code',
      'name',
      'writeWords',
      'tell',
    ])
    expect(await actions('institute')).toEqual([
      'ask',
      'answerRequests',
      'code',
      'name',
      'writeWords',
      'change',
      'close',
    ])
  })
})

describe('the list of teams', () => {
  it('rule-30 goes by the unit’s code over all its pages, never by how many are in a team', async () => {
    const all: string[] = []
    let cursor: string | null = null
    do {
      const query = { limit: '50', ...(cursor ? { cursor } : {}) }
      const page: ReplyOf<typeof listTeams> = await w.done('resident', listTeams, { query })
      all.push(...page.items.map((one) => one.teamId))
      cursor = page.nextCursor
    } while (cursor !== null)
    const sorted = await test.db.inCounty(w.county.countyId, (tx) =>
      tx.rows<{ id: string }>({
        text: `select t.id from teams t join units u on u.county_id = t.county_id and u.id = t.unit_id
          where t.county_id = $1 and t.active order by u.code, t.id`,
        values: [tx.countyId],
      }),
    )
    expect(all).toEqual(sorted.map(({ id }) => id))
    expect(all.length).toBeGreaterThan(50)
  })

  it('finds by unit, parent, kind, platform and name', async () => {
    const parentId = await founded(w, { name: '平安商街总队', kind: 'merchantStreetCommittee', platform: 'law' })
    const childId = await founded(w, { name: '东街小队', kind: 'merchantStreetCommittee', platform: 'law', parentId })
    const found = async (query: object) =>
      (await w.done('resident', listTeams, { query: { ...query, limit: '50' } })).items.map((one) => one.teamId)
    expect(await found({ parentId })).toEqual([childId])
    expect(new Set(await found({ kind: 'merchantStreetCommittee' }))).toEqual(new Set([parentId, childId]))
    expect(await found({ platform: 'law', name: '总队' })).toEqual([parentId])
    expect(await found({ unitId: w.county.stage.stationId, name: '东街' })).toEqual([])
    expect(await found({ unitId: w.county.stage.instituteId, name: '东街' })).toEqual([childId])
  })
})

describe('the tree', () => {
  it('lets one of two moves through that would make a circle together', async () => {
    const [one, two] = [await founded(w), await founded(w)]
    const move = (teamId: string, parentId: string) =>
      w.county.as('institute')(changeTeam, { params: { teamId }, body: { parentId } })
    const answers = await Promise.all([move(one, two), move(two, one)])
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['done', 'team-circle'])
  })

  it('changes what is named and leaves the rest', async () => {
    const teamId = await founded(w)
    const body = { name: '河边护绿队', kind: 'university' as const }
    const changed = await w.done('center', changeTeam, { params: { teamId }, body })
    expect(changed).toMatchObject({ ...body, level: 'squad', platform: { code: 'life' }, unit: { tier: 'institute' } })
  })

  it('is founded by whoever stands above the unit, and by nobody else', async () => {
    const at = (who: string, unitId: string) => w.county.as(who)(foundTeam, { body: foundedBody(w, { unitId }) })
    const { stationId, instituteId, centerId } = w.county.stage
    expect((await at('keeper', stationId)).status).toBe(201)
    expect((await at('institute', stationId)).status).toBe(201)
    for (const [who, unitId] of [
      ['keeper', instituteId],
      ['institute', centerId],
      ['gridWorker', stationId],
      ['auditor', stationId],
      ['second', stationId],
    ] as const)
      expect([who, (await at(who, unitId)).code]).toEqual([who, 'not-allowed'])
  })
})

describe('closing a team', () => {
  it('tells its members, ends what waits, and puts what stood below it one step higher', async () => {
    const top = await founded(w)
    const middle = await founded(w, { parentId: top, name: '西街队' })
    const low = await founded(w, { parentId: middle })
    await joined(w, middle, 'volunteer')
    await joinRequest(w, 'third', middle)
    await w.done('institute', closeTeam, { params: { teamId: middle } })
    const [notice] = (await w.done('volunteer', listNotices)).items
    expect(notice).toMatchObject({ kind: 'team-closed', about: '西街队' })
    expect((await look('institute', low)).body.parent?.teamId).toBe(top)
    expect((await look('institute', middle)).code).toBe('not-found')
    const mine = await w.done('third', listMyTeams)
    expect(mine.items.map((one) => one.teamId)).not.toContain(middle)
  })

  it('and sending it an order at the same moment never leaves an open order with a closed team', async () => {
    for (let round = 0; round < 3; round += 1) {
      const teamId = await ledBy(w, 'second')
      const order = await w.triaged()
      const [closing, sending] = await Promise.all([
        w.county.as('institute')(closeTeam, { params: { teamId } }),
        w.county.as('keeper')(dispatchOrder, {
          params: { orderId: order.orderId },
          body: { version: order.version, target: { kind: 'team', teamId } },
        }),
      ])
      expect([
        [undefined, 'target-unknown'],
        ['team-has-orders', undefined],
      ]).toContainEqual([closing.code, sending.code])
    }
  })
})

it('a person’s teams are those they belong to, with whether they lead and what waits for them', async () => {
  const teamId = await ledBy(w, 'keeper').catch(() => '')
  expect(teamId).toBe('') // a keeper who is no volunteer cannot be named
  const mine = async (who: string) =>
    (await w.done(who, listMyTeams)).items.filter((one) => one.teamId === team()).map((one) => [one.rank, one.leads])
  expect([await mine('second'), await mine('volunteer'), await mine('resident')]).toEqual([
    [['leader', true]],
    [['member', false]],
    [],
  ])
})

it('a member who left the county’s books is in no team’s list', async () => {
  await test.db.inCounty(w.county.countyId, (tx) =>
    tx.rows({
      text: 'update people set closed_at = $3 where county_id = $1 and id = $2',
      values: [w.county.countyId, w.county.cast['third'], tx.now],
    }),
  )
  expect(await names('center')).toEqual(['吴嫂', '李师傅'])
})
