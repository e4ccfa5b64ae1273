/**
 * The bank check: eight tellers earn, hold, capture, give back and expire points of twenty people as fast as the ledger takes it, while the whole county is read
 * again and again, each time in one statement. Every read adds up, and at the end the books hold what the tellers did. `pnpm test:long`: 20,000 transfers, 500 reads.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { CountyId } from '@sidan/types/ids'
import { type Database, openDatabase, type Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/problem.ts'
import { runsOf } from '../../testing/size.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { enrolPerson } from '../people/enrol-person.ts'
import { type Move, post } from './post.ts'

const county = CountyId.parse(420882)
const transfers = runsOf(1000)
const reads = runsOf(25)
const tellers = 8
let database: TestDatabase
let db: Database
let people: string[]

beforeAll(async () => {
  database = await createTestDatabase()
  db = openDatabase({ url: database.urls.api, maxConnections: tellers + 2 })
  people = await db.inCounty(county, async (tx) => {
    const made: string[] = []
    for (let no = 0; no < 20; no += 1)
      made.push(await enrolPerson(tx, { displayName: '李师傅', homeStationId: null, demoLine: null }))
    return made
  })
})
afterAll(async () => {
  await db?.end()
  await database?.drop()
})

const fact = { policyVersion: 1, happenedAt: new Date('2026-11-22T01:00:00Z'), today: '2026-11-22' }
const issuer = (name: 'serviceRecords' | 'rewardStore' | 'expired') => ({ issuer: name })
const points = (amount: number, from: Move['from'], to: Move['to'], more: Partial<Move> = {}): Move => ({
  unit: 'points',
  amount,
  from,
  to,
  ...more,
})

/** The same numbers in every run. */
function dice(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

interface Done {
  earned: number
  captured: number
  transfers: number
  refused: number
}

/** One teller: what they did, as they remember it. */
async function teller(no: number, quota: number): Promise<Done> {
  const throws = dice(20_261_129 + no * 7919)
  const done: Done = { earned: 0, captured: 0, transfers: 0, refused: 0 }
  const waiting: { person: string; id: string; amount: number }[] = []
  const act = async (tx: Tx): Promise<() => void> => {
    const person = people[throws(people.length)] ?? ''
    const [available, held] = [{ person, account: 'available' } as const, { person, account: 'held' } as const]
    const what = throws(10)
    const amount = 1 + throws(30)
    const one = waiting[0]
    if (what < 4 || (what > 7 && !one)) {
      const move = points(amount, issuer('serviceRecords'), available, { expiresOn: `2028-${10 + throws(3)}-30` })
      await post(tx, { ...fact, reason: 'record-points', ref: newId(), moves: [move] })
      return () => (done.earned += amount)
    }
    if (what < 8 || !one) {
      const id = await post(tx, {
        ...fact,
        reason: 'redemption-hold',
        ref: newId(),
        moves: [points(amount, available, held)],
      })
      return () => waiting.push({ person, id, amount })
    }
    const from = { person: one.person, account: 'held' } as const
    const captures = what === 8
    const to = captures ? issuer('rewardStore') : ({ person: one.person, account: 'available' } as const)
    const reason = captures ? 'redemption-capture' : 'redemption-void'
    const moves = [points(one.amount, from, to, { of: one.id })]
    await post(tx, { ...fact, reason, ref: newId(), ...(captures ? {} : { reverses: one.id }), moves })
    return () => {
      waiting.shift()
      if (captures) done.captured += one.amount
    }
  }
  while (done.transfers < quota) {
    try {
      const remember = await db.inCounty(county, act)
      remember()
      done.transfers += 1
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'not-enough-points')) throw error
      done.refused += 1
    }
  }
  return done
}

/** The whole county in one statement, so of one moment: what accounts say, what entries say, and what lots say. */
const wholeCounty = (): Promise<Record<string, number>> =>
  db.inCounty(county, async (tx) => {
    const [row] = await tx.rows<Record<string, number>>({
      text: `select
          (select coalesce(sum(balance), 0)::int from accounts where county_id = $1) as on_accounts,
          (select coalesce(sum(amount), 0)::int from entries where county_id = $1 and account_id is not null) as in_entries,
          (select coalesce(-sum(amount), 0)::int from entries where county_id = $1 and issuer is not null) as issued,
          (select coalesce(sum(remaining + held), 0)::int from lots where county_id = $1) as in_lots,
          (select count(*)::int from (select 1 from entries where county_id = $1 group by transfer_id, unit having sum(amount) <> 0) x) as unbalanced,
          (select count(*)::int from accounts where county_id = $1 and balance < 0) as below_floor,
          (select count(*)::int from (select 1 from entries where county_id = $1 and account_id is not null
            group by account_id having max(account_version) <> count(*)) x) as gaps`,
      values: [county],
    })
    return row ?? {}
  })

function expectAddsUp({ on_accounts, ...row }: Record<string, number>): void {
  const sum = on_accounts
  expect(row).toEqual({ in_entries: sum, issued: sum, in_lots: sum, unbalanced: 0, below_floor: 0, gaps: 0 })
}

it('adds up in every read of the whole county while eight tellers move points, and ends where the tellers say', async () => {
  let working = true
  const tellersWork = Promise.all(
    Array.from({ length: tellers }, (_one, no) => teller(no, transfers / tellers)),
  ).finally(() => {
    working = false
  })
  let read = 0
  const sums = new Set<number>()
  while (working || read < reads) {
    const row = await wholeCounty()
    expectAddsUp(row)
    sums.add(row['on_accounts'] ?? 0)
    read += 1
  }
  const done = await tellersWork
  const total = (of: keyof Done) => done.reduce((sum, one) => sum + one[of], 0)
  expect(total('transfers')).toBe(transfers)
  expect((await wholeCounty())['on_accounts']).toBe(total('earned') - total('captured'))
  // Reads of one and the same moment would prove little.
  expect(sums.size).toBeGreaterThan(5)
}, 86_400_000)
