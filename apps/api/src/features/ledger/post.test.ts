import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { CountyId } from '@sidan/types/ids'
import { type Database, openDatabase, type Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/problem.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { enrolPerson } from '../people/enrol-person.ts'
import { type Move, post } from './post.ts'

const county = CountyId.parse(420882)
const today = '2026-11-22'
let database: TestDatabase
let db: Database
let person: string

beforeAll(async () => {
  database = await createTestDatabase()
  db = openDatabase({ url: database.urls.api, maxConnections: 24 })
})
afterAll(async () => {
  await db?.end()
  await database?.drop()
})
beforeEach(async () => {
  person = await db.inCounty(county, (tx) =>
    enrolPerson(tx, { displayName: '李师傅', homeStationId: null, demoLine: null }),
  )
})

const fact = { policyVersion: 1, happenedAt: new Date('2026-11-22T01:00:00Z'), today }
const earning = (amount: number, expiresOn = '2028-11-30'): Move => ({
  unit: 'points',
  amount,
  from: { issuer: 'serviceRecords' },
  to: { person, account: 'available' },
  expiresOn,
})
const earn = (tx: Tx, amount: number, expiresOn?: string, ref = newId()) =>
  post(tx, { ...fact, reason: 'record-points', ref, moves: [earning(amount, expiresOn)] })
const hold = (tx: Tx, amount: number, ref = newId()) =>
  post(tx, {
    ...fact,
    reason: 'redemption-hold',
    ref,
    moves: [{ unit: 'points', amount, from: { person, account: 'available' }, to: { person, account: 'held' } }],
  })
const inCounty = <Result>(work: (tx: Tx) => Promise<Result>) => db.inCounty(county, work)
const codeOf = (error: unknown) => (error instanceof Refusal ? error.code : String(error))

async function books() {
  return inCounty(async (tx) => {
    const [row] = await tx.rows<{
      available: number
      held: number
      lots: number
      lots_held: number
      unbalanced: number
      gaps: number
    }>({
      text: `select
          coalesce((select balance from accounts where county_id = $1 and person_id = $2 and code = 'available'), 0)::int as available,
          coalesce((select balance from accounts where county_id = $1 and person_id = $2 and code = 'held'), 0)::int as held,
          (select coalesce(sum(l.remaining), 0)::int from lots l join accounts a on a.county_id = l.county_id and a.id = l.account_id where a.person_id = $2) as lots,
          (select coalesce(sum(l.held), 0)::int from lots l join accounts a on a.county_id = l.county_id and a.id = l.account_id where a.person_id = $2) as lots_held,
          (select count(*)::int from (select transfer_id, unit from entries group by 1, 2 having sum(amount) <> 0) x) as unbalanced,
          (select count(*)::int from (select account_id from entries where account_id is not null group by 1 having max(account_version) <> count(*)) x) as gaps`,
      values: [county, person],
    })
    return row
  })
}

/** Whatever happened: every transfer sums to 0, lots equal balances, versions have no gaps. */
async function expectBooks(available: number, held: number) {
  expect(await books()).toEqual({ available, held, lots: available, lots_held: held, unbalanced: 0, gaps: 0 })
}

describe('the ledger', () => {
  it('spends the points that expire first', async () => {
    await inCounty(async (tx) => {
      await earn(tx, 30, '2028-01-31')
      await earn(tx, 30, '2027-01-31')
      await hold(tx, 40)
    })
    const left = await inCounty((tx) =>
      tx.rows({
        text: `select expires_on, remaining from lots where remaining > 0 and county_id = $1 and account_id in (select id from accounts where person_id = $2)`,
        values: [county, person],
      }),
    )
    expect(left).toEqual([{ expires_on: '2028-01-31', remaining: 20 }])
    await expectBooks(20, 40)
  })

  it('refuses a spend the account does not cover, and nothing remains of it', async () => {
    await inCounty((tx) => earn(tx, 30))
    await expect(inCounty((tx) => hold(tx, 31)).catch(codeOf)).resolves.toBe('not-enough-points')
    await expectBooks(30, 0)
  })

  it('does not spend points whose last day is over', async () => {
    await inCounty((tx) => earn(tx, 30, '2026-11-21'))
    await expect(inCounty((tx) => hold(tx, 10)).catch(codeOf)).resolves.toBe('not-enough-points')
  })

  it('moves a fact’s value once, however often it is posted', async () => {
    const ref = newId()
    const first = await inCounty((tx) => earn(tx, 30, undefined, ref))
    const again = await inCounty((tx) => earn(tx, 30, undefined, ref))
    expect(again).toBe(first)
    await expectBooks(30, 0)
  })

  it('posts a fact once when two post it at the same moment', async () => {
    const ref = newId()
    await Promise.all([1, 2, 3, 4].map(() => inCounty((tx) => earn(tx, 30, undefined, ref))))
    await expectBooks(30, 0)
  })

  it('lets exactly one of two spends have the last points', async () => {
    await inCounty((tx) => earn(tx, 50))
    const answers = await Promise.all([1, 2].map(() => inCounty((tx) => hold(tx, 40)).then(() => 'held', codeOf)))
    expect(answers.sort()).toEqual(['held', 'not-enough-points'])
    await expectBooks(10, 40)
  })

  it('serves twenty at once on one account without a deadlock or a lost point', async () => {
    await inCounty((tx) => earn(tx, 100))
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        inCounty((tx) => (index % 2 ? earn(tx, 10) : hold(tx, 10))).then(() => 'done', codeOf),
      ),
    )
    expect(answers.every((answer) => answer === 'done')).toBe(true)
    await expectBooks(100, 100)
  })

  it('lets a spend that had to wait see what was earned meanwhile', async () => {
    await inCounty((tx) => earn(tx, 10))
    let spend: Promise<string> | undefined
    await inCounty(async (tx) => {
      await earn(tx, 90)
      spend = inCounty((other) => hold(other, 100)).then(() => 'held', codeOf)
      await new Promise((resolve) => setTimeout(resolve, 150))
    })
    expect(await spend).toBe('held')
    await expectBooks(0, 100)
  })

  it('gives held lots back with their old expiry', async () => {
    await inCounty(async (tx) => {
      await earn(tx, 30, '2027-01-31')
      const held = await hold(tx, 20)
      await post(tx, {
        ...fact,
        reason: 'redemption-void',
        ref: newId(),
        reverses: held,
        moves: [
          {
            unit: 'points',
            amount: 20,
            from: { person, account: 'held' },
            to: { person, account: 'available' },
            of: held,
          },
        ],
      })
    })
    await expectBooks(30, 0)
  })

  it('captures exactly what was held, and a hold is reversed once', async () => {
    const held = await inCounty(async (tx) => {
      await earn(tx, 30)
      return hold(tx, 20)
    })
    const capture = () =>
      inCounty((tx) =>
        post(tx, {
          ...fact,
          reason: 'redemption-capture',
          ref: held,
          moves: [
            { unit: 'points', amount: 20, from: { person, account: 'held' }, to: { issuer: 'rewardStore' }, of: held },
          ],
        }),
      )
    await capture()
    await capture()
    await expectBooks(10, 0)
  })

  it.each(['transfers', 'entries'])('lets nobody change or delete %s, the owner least of all', async (table) => {
    await inCounty((tx) => earn(tx, 30))
    const owner = openDatabase({ url: database.urls.owner, maxConnections: 1 })
    const change = owner.inCounty(county, (tx) =>
      tx.rows({ text: `delete from ${table} where county_id = $1`, values: [county] }),
    )
    await expect(change).rejects.toThrow('append-only')
    await owner.end()
  })

  it('keeps every balance at 0 or above, whoever writes', async () => {
    await inCounty((tx) => earn(tx, 30))
    const overdraw = inCounty((tx) =>
      tx.rows({
        text: `update accounts set balance = -1 where county_id = $1 and person_id = $2`,
        values: [county, person],
      }),
    )
    await expect(overdraw).rejects.toThrow('accounts_floor')
  })

  const from = { issuer: 'serviceRecords' } as const
  it.each([
    { unit: 'minutes', amount: 60, from, to: { person: '', account: 'timeCredit' } },
    { unit: 'timeCredit', amount: 60, from, to: { person: '', account: 'earnedMinutes' } },
    { unit: 'points', amount: 60, from, to: { person: '', account: 'timeCredit' } },
    { unit: 'timeCredit', amount: 60, from, to: { person: '', account: 'available' } },
  ] as const)('rule-13 refuses $unit in $to.account, whoever posts', async ({ to, ...move }) => {
    const moves = [{ ...move, to: { ...to, person } }]
    const posted = inCounty((tx) => post(tx, { ...fact, reason: 'record-minutes', ref: newId(), moves }))
    await expect(posted).rejects.toThrow('the account holds another unit')
  })

  it('takes nothing from the minutes served when time credit moves', async () => {
    const served = { person, account: 'earnedMinutes' } as const
    const credit = { person, account: 'timeCredit' } as const
    await inCounty(async (tx) => {
      await post(tx, {
        ...fact,
        reason: 'record-minutes',
        ref: newId(),
        moves: [
          { unit: 'minutes', amount: 60, from, to: served },
          { unit: 'timeCredit', amount: 60, from, to: credit },
        ],
      })
      await post(tx, {
        ...fact,
        reason: 'reversal',
        ref: newId(),
        moves: [{ unit: 'timeCredit', amount: 45, from: credit, to: from }],
      })
    })
    const text = `select code, balance from accounts where county_id = $1 and person_id = $2 order by code`
    const balances = await inCounty((tx) => tx.rows({ text, values: [county, person] }))
    expect(balances).toEqual([
      { code: 'earnedMinutes', balance: 60 },
      { code: 'timeCredit', balance: 15 },
    ])
    await expectBooks(0, 0)
  })
})
