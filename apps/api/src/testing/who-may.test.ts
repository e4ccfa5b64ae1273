/** Every endpoint against everybody: the wrong role, the wrong unit and the wrong county are refused, and nothing changes. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Role } from '@sidan/types/roles'
import { enrolPerson } from '../features/people/enrol-person.ts'
import { grantRole } from '../features/roles/grant-role.ts'
import { namedWhere, type Stage, startStage } from './promises/stage.ts'
import { whoMay } from './promises/who-may.ts'
import type { County } from './test-app.ts'

let stage: Stage
/** Everybody of the first county who may try. */
let everybody: string[]

beforeAll(async () => {
  stage = await startStage()
  everybody = Object.keys(stage.w.county.cast).filter((key) => key !== 'team')
  for (const [key, role, unit] of strangers) {
    await join(stage.w.county, key, role, unit)
    everybody.push(key)
  }
})
afterAll(() => stage?.close())

/** Roles at the station that decide little, and keepers of other places: the next village, another township. */
const strangers: [key: string, role: Role, unit: string][] = [
  ['approver', 'approver', 'id = $2'],
  ['speaker', 'speaker', 'id = $2'],
  ['sponsor', 'sponsor', 'id = $2'],
  ['besideKeeper', 'keeper', `tier = 'station' and institute_id = $3 and id <> $2`],
  ['elsewhereKeeper', 'keeper', `tier = 'institute' and id <> $3`],
]

async function join({ countyId, cast, stage: place }: County, key: string, role: Role, unit: string): Promise<void> {
  cast[key] = await stage.test.db.inCounty(countyId, async (tx) => {
    const [found] = await tx.rows<{ id: string }>({
      text: `select id from units where county_id = $1 and (${unit}) and ($2::uuid is not null or $3::uuid is not null) order by code limit 1`,
      values: [countyId, place.stationId, place.instituteId],
    })
    const personId = await enrolPerson(tx, { displayName: key, homeStationId: null, demoLine: null })
    await grantRole(tx, { personId, role, unitId: found?.id ?? '' })
    return personId
  })
}

/** Those of the other county with the widest roles. */
const foreigners = ['center', 'keeper']
/** It is not theirs to do, or not theirs to see; or what they would answer was never asked of them. */
const isRefusal = (status: number, code = ''): boolean =>
  [403, 404].includes(status) || ['not-named', 'not-in-team'].includes(code)

describe('who may', () => {
  it('is said of every endpoint that needs somebody signed in, and of no other', () => {
    const signedIn = namedWhere(({ access }) => access === 'signedIn').map(([name]) => name)
    expect(Object.keys(whoMay).sort()).toEqual([...signedIn].sort())
  })

  it.each(namedWhere(({ access, name }) => access === 'signedIn' && Array.isArray(whoMay[name])))(
    '%s is refused to everybody whom the rules do not name',
    async (name, endpoint) => {
      const may = whoMay[name] ?? []
      const valid = await stage.departingFrom(endpoint)
      const wrong: unknown[] = []
      await stage.changesNothing(async () => {
        for (const as of everybody.filter((key) => !may.includes(key))) {
          const { status, code } = await stage.ask(endpoint, { ...valid, as })
          if (!isRefusal(status, code)) wrong.push([as, status, code])
        }
      })
      expect(wrong).toEqual([])
    },
  )

  it.each(
    namedWhere(({ access, method, name }) => access === 'signedIn' && method === 'GET' && whoMay[name] !== 'each'),
  )('%s is shown to everybody whom the rules name', async (name, endpoint) => {
    const may = whoMay[name] ?? []
    const valid = await stage.departingFrom(endpoint)
    for (const as of may === 'anybody' ? everybody : may) {
      const { status, code } = await stage.ask(endpoint, { ...valid, as })
      expect([as, status, code]).toEqual([as, 200, undefined])
    }
  })

  it.each(
    namedWhere(({ access, name, path }) => access === 'signedIn' && path.includes(':') && whoMay[name] !== 'each'),
  )('%s is refused to the other county', async (_name, endpoint) => {
    const valid = await stage.departingFrom(endpoint)
    await stage.changesNothing(async () => {
      for (const as of foreigners) {
        const { status, code } = await stage.ask(endpoint, { ...valid, as, inDaye: true })
        expect([as, code, isRefusal(status)]).toEqual([as, code, true])
      }
    })
  })
})
