import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  answerJoinRequest,
  answerNaming,
  askToJoin,
  cancelJoinRequest,
  endLeading,
  endTeamCode,
  getTeamCode,
  issueTeamCode,
  joinTeamByCode,
  leaveTeam,
  listJoinRequests,
  tellMembers,
} from '@sidan/types/memberships'
import { listNotices } from '@sidan/types/notices'
import { nameGoers } from '@sidan/types/order-moves'
import type { Order } from '@sidan/types/orders'
import { getMe } from '@sidan/types/people'
import { approveRecord } from '@sidan/types/records'
import { getTeamLife } from '@sidan/types/team-life'
import { getTeam, listMyTeams } from '@sidan/types/teams'
import { founded, joined, joinRequest, ledBy, named } from '../../testing/promises/team-requests.ts'
import { fold } from '../../testing/roll-ups.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

const rankOf = async (who: string, teamId: string) => (await w.done(who, getTeam, { params: { teamId } })).you.rank
/** What somebody was told about a team; the clock stands still, so that notices have no order. */
const told = async (who: string, teamId: string) =>
  (await w.done(who, listNotices, { query: { limit: '50' } })).items
    .filter((one) => one.teamId === teamId)
    .map((one) => one.kind)
const answer = (who: string, requestId: string, body: object) =>
  w.county.as(who)(answerJoinRequest, { params: { requestId }, body })
const code = async (teamId: string) => (await w.done('institute', issueTeamCode, { params: { teamId } })).code ?? ''
const join = (who: string, typed: string) =>
  w.county.as(who)(joinTeamByCode, { body: { code: typed, showsName: false } })

describe('asking to join', () => {
  it('reaches those who lead, and ends with their answer', async () => {
    const teamId = await ledBy(w, 'second')
    const requestId = await joinRequest(w, 'volunteer', teamId)
    expect(await told('second', teamId)).toContain('team-join-asked')
    const { items } = await w.done('second', listJoinRequests, { params: { teamId } })
    expect(items.map((one) => [one.requestId, one.person.displayName])).toEqual([[requestId, '李师傅']])
    expect((await w.done('second', listMyTeams)).items.find((one) => one.teamId === teamId)?.waitingCount).toBe(1)
    await answer('second', requestId, { accept: true })
    expect(await rankOf('volunteer', teamId)).toBe('member')
    expect(await told('volunteer', teamId)).toContain('team-join-accepted')
  })

  it('reaches the unit where nobody leads, whose staff answers', async () => {
    const teamId = await founded(w)
    const requestId = await joinRequest(w, 'volunteer', teamId)
    expect(await told('institute', teamId)).toContain('team-join-asked')
    expect((await answer('institute', requestId, { accept: true })).body.state).toBe('accepted')
  })

  it('can be taken back, asked again, and refused with one tap', async () => {
    const teamId = await ledBy(w, 'second')
    const first = await joinRequest(w, 'volunteer', teamId)
    await w.done('volunteer', cancelJoinRequest, { params: { requestId: first } })
    const again = await joinRequest(w, 'volunteer', teamId)
    const refused = await answer('second', again, { accept: false, reason: 'meet-first' })
    expect(refused.body).toMatchObject({ state: 'refused', reason: 'meet-first' })
    expect(await rankOf('volunteer', teamId)).toBe(null)
  })

  it('is answered once when a leader and a deputy leader answer at once', async () => {
    const teamId = await ledBy(w, 'second')
    await ledBy(w, 'third', 'deputy', teamId)
    const requestId = await joinRequest(w, 'volunteer', teamId)
    const answers = await Promise.all([
      answer('second', requestId, { accept: true }),
      answer('third', requestId, { accept: false }),
    ])
    expect(answers.filter((one) => one.code === undefined)).toHaveLength(1)
    expect(answers.find((one) => one.code)?.code).toBe('request-answered')
    expect(await rankOf('volunteer', teamId)).toBe(answers[0]?.code === undefined ? 'member' : null)
  })

  it('is made once when the same person asks twice at once', async () => {
    const teamId = await ledBy(w, 'second')
    const ask = () => w.county.as('third')(askToJoin, { params: { teamId }, body: { showsName: false } })
    const answers = await Promise.all([ask(), ask()])
    expect(answers.map((one) => one.code ?? 'done').sort()).toEqual(['already-asked', 'done'])
  })
})

describe('the code of a team', () => {
  it('is shown to its leaders again and again, kept as a hash only, and taken away', async () => {
    const teamId = await ledBy(w, 'second')
    const issued = await code(teamId)
    expect((await w.done('second', getTeamCode, { params: { teamId } })).code).toBe(issued)
    const [row] = await test.db.inCounty(w.county.countyId, (tx) =>
      tx.rows<{ row: string }>({
        text: 'select t::text as row from teams t where county_id = $1 and id = $2',
        values: [tx.countyId, teamId],
      }),
    )
    expect(row?.row).not.toContain(issued)
    expect((await w.done('second', endTeamCode, { params: { teamId } })).code).toBe(null)
    expect((await join('volunteer', issued)).code).toBe('team-code-unknown')
  })

  it('lets in whoever brings it, scanned or typed, as often as it is brought', async () => {
    const teamId = await founded(w)
    const issued = await code(teamId)
    expect((await join('volunteer', `sidan:t:${issued}`)).status).toBe(201)
    expect((await join('volunteer', issued.toLowerCase())).status).toBe(201)
    expect((await w.done('institute', getTeam, { params: { teamId } })).memberCount).toBe(1)
  })

  it('is worth nothing in another county', async () => {
    const issued = await code(await founded(w))
    const answered = await w.daye.county.as('volunteer')(joinTeamByCode, { body: { code: issued, showsName: false } })
    expect(answered.code).toBe('team-code-unknown')
  })

  it('renewed while it is used lets in or refuses, and after that lets nobody in', async () => {
    const teamId = await founded(w)
    const issued = await code(teamId)
    const [joining] = await Promise.all([join('volunteer', issued), code(teamId)])
    expect(await rankOf('volunteer', teamId)).toBe(joining.code === undefined ? 'member' : null)
    expect((await join('third', issued)).code).toBe('team-code-unknown')
  })
})

describe('leading a team', () => {
  it('rule-07 begins with a yes: who was named is not shown and leads nothing before', async () => {
    const teamId = await named(w, 'volunteer')
    const page = async (who: string) => w.done(who, getTeam, { params: { teamId } })
    expect([(await page('resident')).leaders, (await page('institute')).memberCount]).toEqual([[], 0])
    expect((await w.done('volunteer', getMe)).leadsTeams).toBe(false)
    expect((await page('volunteer')).you.namedAs).toBe('leader')
    expect(await told('volunteer', teamId)).toContain('team-lead-named')
    await w.done('volunteer', answerNaming, { params: { teamId }, body: { accept: true } })
    expect((await page('resident')).leaders).toMatchObject([{ displayName: '李师傅', rank: 'leader' }])
    expect((await w.done('volunteer', getMe)).leadsTeams).toBe(true)
    await w.done('volunteer', endLeading, { params: { teamId }, body: { personId: w.county.cast['volunteer'] } })
    expect(await rankOf('volunteer', teamId)).toBe('member')
  })

  it('may be declined, and then nothing is different', async () => {
    const teamId = await named(w, 'volunteer')
    await w.done('volunteer', answerNaming, { params: { teamId }, body: { accept: false } })
    expect((await w.done('volunteer', getTeam, { params: { teamId } })).you).toMatchObject({
      rank: null,
      namedAs: null,
    })
  })

  it('as a deputy leader counts for orders sent to the team', async () => {
    const teamId = await ledBy(w, 'third', 'deputy')
    const order = await w.dispatched({ kind: 'team', teamId: teamId as never })
    const { items } = await w.done('third', listNotices, { query: { limit: '50' } })
    expect(items.filter((one) => one.orderId === order.orderId).map((one) => one.kind)).toEqual(['order-sent-to-you'])
  })
})

describe('leaving', () => {
  it('is free, at once, and tells the unit when nobody leads any more', async () => {
    const teamId = await ledBy(w, 'second')
    await joined(w, teamId, 'volunteer')
    await w.done('volunteer', leaveTeam, { params: { teamId } })
    expect(await rankOf('volunteer', teamId)).toBe(null)
    expect(await told('institute', teamId)).not.toContain('team-without-leader')
    await w.done('second', leaveTeam, { params: { teamId } })
    expect(await told('institute', teamId)).toContain('team-without-leader')
  })

  it('of both leaders at once tells the unit all the same, once', async () => {
    const teamId = await ledBy(w, 'second')
    await ledBy(w, 'third', 'deputy', teamId)
    await Promise.all(['second', 'third'].map((who) => w.done(who, leaveTeam, { params: { teamId } })))
    expect(await told('institute', teamId)).toEqual(['team-without-leader'])
  })
})

describe('a leader’s message', () => {
  it('rule-44 is told to every member, and read once it was checked', async () => {
    const teamId = await ledBy(w, 'second')
    await joined(w, teamId, 'volunteer', 'third')
    const message = await w.done('second', tellMembers, { params: { teamId }, body: { words: '明早八点集合' } })
    expect(message.toldCount).toBe(2)
    expect(await told('volunteer', teamId)).toContain('team-message')
    const words = async (who: string) =>
      (await w.done(who, getTeamLife, { params: { teamId } })).messages.map((one) => one.words)
    expect([await words('second'), await words('volunteer'), await words('resident')]).toEqual([
      ['明早八点集合'],
      [null],
      [],
    ])
    await test.db.inCounty(w.county.countyId, (tx) =>
      tx.rows({
        text: `update word_checks set state = 'passed' where county_id = $1 and subject_id = $2`,
        values: [tx.countyId, message.messageId],
      }),
    )
    expect(await words('volunteer')).toEqual(['明早八点集合'])
  })
})

describe('what is done for a team', () => {
  it('rule-24 is one sum that is hidden while fewer than three people make it up; its orders are for members, its activities for everybody', async () => {
    const team = w.county.cast['team'] ?? ''
    const served = async (order: Order, goer = 'second') => {
      const { version } = order
      const goers = [w.county.cast[goer]]
      const named = await w.done('second', nameGoers, { params: { orderId: order.orderId }, body: { version, goers } })
      const recordId = await w.checkOut(await w.inService(async () => named, goer), 60, goer)
      await w.done('keeper', approveRecord, { params: { recordId }, body: { version: 1 } })
    }
    const life = (who: string) => w.done(who, getTeamLife, { params: { teamId: team } })
    const order = await w.teamAccepted()
    expect((await life('volunteer')).calendar.map((one) => one.orderId)).toContain(order.orderId)
    expect((await life('resident')).calendar).toEqual([])
    const { activityId } = await w.published({ teamId: team })
    expect((await life('resident')).calendar).toMatchObject([{ orderId: null, activityId, title: '防诈骗小课堂' }])
    await served(order)
    await fold(w)
    expect(await life('second')).toMatchObject({ minutes: null, volunteerTimes: 1, asOf: test.clock.now.toISOString() })
    expect(await life('resident')).toMatchObject({ minutes: null, volunteerTimes: null })
    await test.db.inCounty(w.county.countyId, (tx) =>
      tx.rows({
        text: `update volunteers set skills = array(select code from skills where county_id = $1) where county_id = $1 and person_id = $2`,
        values: [tx.countyId, w.county.cast['third']],
      }),
    )
    for (const goer of ['volunteer', 'third']) await served(await w.teamAccepted(), goer)
    expect(await life('resident')).toMatchObject({ minutes: null, volunteerTimes: null })
    w.minutesLater(1)
    await fold(w)
    expect(await life('resident')).toMatchObject({
      volunteerTimes: 3,
      minutes: { clockedMinutes: 180, declaredMinutes: 0 },
    })
  })
})
