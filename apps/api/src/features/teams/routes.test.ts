import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { getTeam, listMyTeams } from '@sidan/types/teams'
import { type County, startTestApp, type TestApp } from '../../testing/test-app.ts'

let test: TestApp
let county: County
let daye: County

beforeAll(async () => {
  test = await startTestApp({ presets: ['jingshan', 'daye'] })
  county = test.county
  daye = test.counties[1] ?? county
})
afterAll(() => test?.close())

const look = (who: string, at: County = county) =>
  at.as(who)(getTeam, { params: { teamId: county.cast['team'] ?? '' } })

it.each(['volunteer', 'second', 'institute', 'center', 'auditor'])(
  'a team is shown with its members and what they can do to %s',
  async (who) => {
    const team = await look(who)
    expect(team.body).toMatchObject({ teamId: county.cast['team'], leaderNames: ['吴嫂'] })
    expect(team.body.members.map(({ displayName, leads }) => [displayName, leads])).toEqual([
      ['吴嫂', true],
      ['李师傅', false],
      ['小郑', false],
    ])
    expect(team.body.members[0]?.skills).toContain('理发')
  },
)

// The team is the institute's: a station's keeper does not stand above it.
it.each(['resident', 'merchant', 'gridWorker', 'keeper'])(
  'a team is hidden from %s, who is neither in it nor above it',
  async (who) => {
    expect((await look(who)).code).toBe('not-found')
  },
)

it('a team is hidden from every other county, its center too', async () => {
  for (const who of ['center', 'keeper', 'volunteer', 'auditor']) expect((await look(who, daye)).code).toBe('not-found')
})

it('a person’s teams are those they belong to, with whether they lead', async () => {
  const leads = async (who: string) => (await county.as(who)(listMyTeams)).body.items.map((team) => team.leads)
  expect([await leads('second'), await leads('volunteer'), await leads('resident')]).toEqual([[true], [false], []])
})

it('a member who left the county’s books is in no team’s list', async () => {
  await test.db.inCounty(county.countyId, (tx) =>
    tx.rows({
      text: 'update people set closed_at = $3 where county_id = $1 and id = $2',
      values: [county.countyId, county.cast['third'], tx.now],
    }),
  )
  expect((await look('center')).body.members.map(({ displayName }) => displayName)).toEqual(['吴嫂', '李师傅'])
})
