import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { TransferReason } from '@sidan/types/ledger'
import { RedemptionState } from '@sidan/types/rewards'
import { sweepChecks } from '../../database-files.ts'
import { keysFromSecret, makeCrypto } from '../../platform/crypto.ts'
import { type Database, openDatabase } from '../../platform/db.ts'
import type { DatabaseUrls } from '../../platform/migrate.ts'
import { prepareInstallation } from '../../seed/installation.ts'
import { liveThrough } from '../../testing/county-life.ts'
import {
  beside,
  change,
  copy,
  first,
  newAccount,
  newClock,
  newTransfers,
  newUuid,
  somebody,
} from '../../testing/sweep-breaks.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { createTestDatabase } from '../../testing/test-database.ts'
import { makeWorld } from '../../testing/world.ts'
import type { CountyResult } from './rules.ts'
import { sweepCounty } from './sweep-county.ts'

const checks = sweepChecks()
let test: TestApp
let owner: Database
let admin: Database

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  const w = await makeWorld(test)
  await liveThrough(w)
  owner = openDatabase({ url: test.urls.owner, maxConnections: 1 })
  admin = openDatabase({ url: test.adminUrl, maxConnections: 1 })
})
afterAll(async () => {
  await owner?.end()
  await admin?.end()
  await test?.close()
})

const failing = ({ checks: found }: CountyResult) =>
  found.filter(({ differences }) => differences > 0).map(({ name, examples }) => ({ name, examples }))
const failingNames = (result: CountyResult) => failing(result).map(({ name }) => name)

/** What the sweep finds once a superuser did this behind the triggers, the foreign keys and the constraints named; nothing of it stays. */
async function sweptAfter(sql: string, without: string[] = [], county = test.county.countyId): Promise<CountyResult> {
  let found: CountyResult | undefined
  const undone = new Error('undone')
  const breaking = admin.inCounty(test.county.countyId, async (tx) => {
    for (const one of without) {
      const [table, constraint] = one.split('.')
      await tx.query({
        text: constraint ? `alter table ${table} drop constraint ${constraint}` : `drop index ${table}`,
      })
    }
    await tx.query({ text: 'set local session_replication_role = replica' })
    const { rowCount } = await tx.query({ text: sql.replaceAll('$1', String(test.county.countyId)) })
    if (rowCount === 0) throw new Error(`nothing was broken by ${sql}`)
    found = await sweepCounty({ ...tx, countyId: county }, checks)
    throw undone
  })
  await breaking.catch((error) => (error === undone ? undefined : Promise.reject(error)))
  if (!found) throw new Error('not swept')
  return found
}

/** What breaks a promise and nothing else. */
interface Break {
  sql: string
  /** Constraints (table.name) and unique indexes that would not let it happen. */
  without?: string[]
}

const approved = first('service_records', `state = 'approved'`)
const used = first('redemptions', `state = 'used'`)
const standing = first('voucher_verifications', 'undone_at is null')
/** Lots of records that nobody put right or decided on, so that nothing but the lot itself tells of it. */
const plain = `transfer_id in (select t.id from transfers t join service_records r on r.county_id = t.county_id and r.id = t.ref and r.state = 'approved' and r.version = 1
  where t.county_id = $1 and t.reason = 'record-points' and not exists (select 1 from fraud_decisions f where f.county_id = $1 and f.person_id = r.person_id))`
const aLot = first('lots', `remaining > 0 and ${plain}`)

const breaks: Record<string, Break> = {
  'absorbed-is-gone': {
    // More comes back from what was absorbed than ever was, and goes into what has expired.
    sql: `insert into entries (county_id, transfer_id, line, issuer, unit, amount, lot_id)
      select $1, t.id, 90 + side, case side when 1 then 'absorbed' else 'expired' end, 'points', case side when 1 then 500 else -500 end, null
      from (select t.id from transfers t join entries e on e.county_id = t.county_id and e.transfer_id = t.id and e.issuer = 'absorbed'
        where t.county_id = $1 and t.reason = 'reversal' order by t.id limit 1) t, generate_series(1, 2) side`,
  },
  'actions-are-counted': { sql: change('action_days', 'pieces = pieces - 1', 'pieces > 0') },
  'balances-are-entries': { sql: change('accounts', 'balance = balance + 1', `id = ${somebody('earnedMinutes')}`) },
  'benefits-were-earned': { sql: change('benefit_uses', 'earned_minutes = earned_minutes + 1', 'true') },
  'benefits-within-quota': {
    sql: copy('benefit_uses', 'undone_at is null', { id: newUuid, step: 't.step + 9' }),
    without: ['benefit_uses_within_quota'],
  },
  'walks-are-their-draws': { sql: change('audit_draws', 'moved = moved + 1', 'true') },
  'certificates-match-records': {
    sql: change('certificate_records', 'declared_minutes = declared_minutes + 1', 'true'),
  },
  'clocks-have-a-record': { sql: newClock(`ended_how = 'byCode'`, `interval '300 days'`) },
  'clocks-have-their-scans': {
    sql: `delete from clock_events where county_id = $1 and event_id = ${first('clock_events', `kind = 'checkOut'`, 'event_id')}`,
  },
  'clocks-run-alone': { sql: newClock('ended_at is null', `interval '1 day'`), without: ['clocks_one_running'] },
  'conflicts-name-their-neighbour': {
    sql: change(
      'service_records',
      `state = 'conflict', conflict_with_id = ${newUuid}`,
      `id = ${first('service_records', `state = 'rejected'`)}`,
    ),
  },
  'day-caps-hold': {
    // Two more that wait, said to be of one day.
    sql: `${copy('service_records', `state = 'approved' and source = 'manual'`, {
      id: newUuid,
      chain_id: newUuid,
      state: `'pending'`,
      declared_minutes: '600',
      started_at: `t.started_at - n * interval '300 days'`,
      ended_at: `t.started_at - n * interval '300 days' + interval '11 hours'`,
    })}, generate_series(1, 2) n`,
  },
  'earnings-go-to-who-served': {
    sql: change(
      'accounts',
      `person_id = (select id from people p where county_id = $1 and not exists (select from accounts a where a.person_id = p.id) limit 1)`,
      // Of somebody who used no benefit: theirs says what was earned, too.
      `id = ${somebody('earnedMinutes', 'balance > 0 and person_id not in (select person_id from benefit_uses union select person_id from benefit_cards)')}`,
    ),
  },
  'entries-in-their-unit': { sql: newAccount('timeCredit', 'minutes', 5) },
  'entries-run-on': {
    sql: change(
      'entries',
      'balance_after = balance_after + 1',
      `(account_id, account_version) = (${somebody('earnedMinutes', 'version > 1')}, 1)`,
    ),
  },
  'entries-without-gaps': { sql: change('accounts', 'version = version + 1', `id = ${somebody('earnedMinutes')}`) },
  'floors-hold': { sql: newAccount('timeCredit', 'timeCredit', -5), without: ['accounts.accounts_floor'] },
  'lots-are-balances': {
    sql: `with gone as (delete from lots where county_id = $1 and id = ${aLot} returning id)
      update entries set lot_id = null where county_id = $1 and lot_id = (select id from gone)`,
  },
  'lots-are-entries': {
    sql: change(
      'lots',
      `remaining = remaining + case id when ${aLot} then -1 else 1 end`,
      `id in (${aLot}, ${first('lots', `remaining + held < amount and ${plain} and account_id = (select account_id from lots where county_id = $1 and id = ${aLot}) and id <> ${aLot}`)})`,
    ),
  },
  'fraud-is-judged-by-others': {
    sql: change('fraud_decisions', 'decided_by_id = person_id', `state = 'lifted'`),
    without: ['fraud_decisions.fraud_decisions_not_own'],
  },
  'minutes-are-records': { sql: newAccount('earnedMinutes', 'minutes', 5) },
  'notices-run-out': {
    sql: change('service_records', `notice_ends_on = '2099-01-01'`, `id = ${approved}`),
  },
  'order-events-follow': {
    sql: change(
      'order_events',
      `from_state = 'closed'`,
      `verb = 'accept' and order_id = ${first('orders', `state = 'rated'`)}`,
    ),
  },
  'orders-are-their-events': { sql: change('orders', 'version = version + 1', `id = ${first('orders', 'true')}`) },
  'owed-is-decided': { sql: change('debts', 'amount = amount + 1', 'remaining = 0') },
  'owed-is-paid-first': {
    // It was owed before the record was served of which nothing is paid.
    sql: change('transfers', `recorded_at = recorded_at - interval '9 days'`, `reason = 'fraud-owed'`),
  },
  'places-are-signups': { sql: change('shift_places', 'waiting_count = waiting_count + 1', `waiting_count > 0`) },
  'places-within-capacity': {
    sql: change('shift_places', 'capacity_count = 0', 'confirmed_count > 0 and overbook_count = 0'),
    without: ['shift_places.shift_places_capacity'],
  },
  'points-follow-policy': {
    sql: change('policies', `document = jsonb_set(document, '{points,pointsPerHour}', '1')`, 'true'),
  },
  'policies-are-kept': { sql: change('orders', 'policy_version = 77', `id = ${first('orders', `state = 'rated'`)}`) },
  'pool-is-entries': { sql: change('time_pools', 'balance_minutes = balance_minutes + 1', 'true') },
  'record-versions-without-gaps': { sql: copy('service_records', `state = 'rejected'`, { id: newUuid, version: '3' }) },
  'records-decided-by-others': {
    sql: change('service_records', 'decided_by_id = person_id', `id = ${approved}`),
    without: ['service_records.service_records_not_own'],
  },
  'records-fit-their-time': {
    sql: change('service_records', 'declared_minutes = 999', `id = ${first('service_records', `state = 'rejected'`)}`),
  },
  'records-have-a-clock': {
    sql: copy('service_records', `state = 'rejected'`, {
      id: newUuid,
      chain_id: newUuid,
      started_at: `t.started_at - interval '300 days'`,
    }),
  },
  'records-never-overlap': {
    sql: copy('service_records', `state = 'approved' and source = 'clock'`, {
      id: newUuid,
      chain_id: newUuid,
      state: `'pending'`,
      clocked_minutes: '0',
      started_at: `t.started_at + interval '1 minute'`,
    }),
    without: ['service_records.service_records_no_overlap'],
  },
  'signups-follow-their-shift': {
    sql: change('signups', `starts_at = starts_at + interval '5 minutes'`, `state = 'waiting'`),
  },
  'signups-never-overlap': {
    // The later of two shifts is moved to the time of the earlier, with who is confirmed for it, who becomes the same person.
    sql: `with earlier as (select * from signups where county_id = $1 and state = 'confirmed' order by starts_at limit 1),
        later as (select * from signups where county_id = $1 and state = 'confirmed' order by starts_at desc limit 1),
        moved as (update shifts s set starts_at = e.starts_at, ends_at = e.ends_at, sign_up_until_at = e.starts_at from earlier e, later l where s.county_id = $1 and s.id = l.shift_id)
      update signups n set starts_at = e.starts_at, ends_at = e.ends_at, attendee_id = e.attendee_id, person_id = e.person_id
      from earlier e, later l where n.county_id = $1 and n.id = l.id`,
    without: ['signups.signups_no_overlap'],
  },
  'signups-one-open': {
    sql: copy('signups', `state = 'waiting'`, { id: newUuid, state: `'asked'` }),
    without: ['signups_one_open'],
  },
  'star-changes-run-on': {
    sql: `insert into star_changes select $1, person_id, no, before, after, 'policy', 6000, 0, null, 1, now()
      from (values (1, 0, 1), (3, 1, 0)) as v (no, before, after), (select person_id from accounts where id = ${somebody('earnedMinutes')}) a`,
  },
  'stars-are-minutes': {
    sql: `insert into star_changes select $1, person_id, 1, 0, 1, 'hours', 6000, 0, null, 1, now() from accounts where id = ${somebody('earnedMinutes')}`,
  },
  'payers-are-family': { sql: change('family_members', 'left_at = joined_at', 'shares') },
  'statements-are-vouchers': { sql: change('partner_statements', 'compensation_fen = compensation_fen + 1', 'true') },
  'stock-adds-up': {
    sql: change('reward_items', 'stock_count = stock_count + 1', `id = ${first('reward_items', 'true')}`),
    without: ['reward_items.reward_items_balance'],
  },
  'stock-is-moves': { sql: copy('reward_stock_moves', `kind = 'received'`, { id: newUuid }) },
  'stock-is-vouchers': {
    sql: change(
      'reward_items',
      'stock_count = stock_count - 1, handed_out_count = handed_out_count + 1',
      `id = ${first('reward_items', 'stock_count > 0')}`,
    ),
  },
  'time-credit-is-saved': {
    sql: change(
      'time_pledges',
      `person_id = person_id, minutes = minutes + 1, state = 'held', ended_at = null, paid_minutes = 0`,
      `state = 'paid' and person_id is not null`,
    ),
  },
  'transfers-move-something': { sql: newTransfers() },
  'transfers-name-their-fact': { sql: beside('lot-expiry', newUuid) },
  'transfers-sum-to-zero': { sql: beside('reversal', 'n.id', 5, 6) },
  'undos-mirror-their-capture': { sql: change('transfers', 'reverses = null', `reason = 'redemption-undo'`) },
  'verifications-are-in-time': {
    sql: change('voucher_verifications', `undone_at = undone_at + interval '11 minutes'`, 'undone_at is not null'),
  },
  'voids-mirror-their-hold': { sql: change('transfers', 'reverses = null', `reason = 'redemption-void'`) },
  'vouchers-cost-their-price': { sql: change('redemptions', 'price_points = price_points + 1', `id = ${used}`) },
  // It was put back and still is used.
  'vouchers-used-once': { sql: beside('redemption-undo', standing) },
}

describe('the sweep', () => {
  it('finds nothing in a county where much has happened, nor in one beside it, as the owner whom row-level security binds', async () => {
    for (const { countyId } of test.counties) {
      const found = await owner.inCounty(countyId, (tx) => sweepCounty(tx, checks))
      expect([failing(found), found.differences]).toEqual([[], 0])
    }
    const [life] = await owner.inCounty(test.county.countyId, (tx) =>
      tx.rows({
        text: `select (select array_agg(distinct reason order by reason) from transfers) as reasons,
          (select array_agg(distinct state order by state) from redemptions) as vouchers,
          (select array_agg(distinct state order by state) from service_records) as records,
          (select array_agg(distinct state order by state) from signups) as signups`,
      }),
    )
    expect(life).toEqual({
      reasons: [...TransferReason.options].sort(),
      vouchers: [...RedemptionState.options].sort(),
      records: ['approved', 'corrected', 'pending', 'rejected', 'reversed'],
      signups: ['confirmed', 'left', 'waiting'],
    })
  })

  it('has a case here for every check', () => {
    expect(Object.keys(breaks).sort()).toEqual(checks.map(({ name }) => name).sort())
  })

  it.each(Object.entries(breaks))('%s fails, and it alone, when only its promise is broken', async (name, broken) => {
    const found = await sweptAfter(broken.sql, broken.without)
    expect(failingNames(found)).toEqual([name])
  })

  it('finds nothing in a county beside the one where something is broken', async () => {
    const [, beyond] = test.counties
    const found = await sweptAfter(breaks['transfers-sum-to-zero']?.sql ?? '', [], beyond?.countyId)
    expect(failing(found)).toEqual([])
  })

  it('tells how many rows differ and shows twenty of them at most', async () => {
    const { checks: found, differences } = await sweptAfter(newTransfers('reversal', 'n.id', 25))
    expect(differences).toBe(25)
    expect(found.find(({ name }) => name === 'transfers-move-something')).toMatchObject({
      promise: 'Every transfer has entries, and no entry moves nothing.',
      differences: 25,
      examples: Array.from({ length: 20 }, () => ({ transfer_id: expect.any(String), reason: 'reversal', line: null })),
    })
  })
})

const programUrls = (urls: DatabaseUrls) => ({
  DATABASE_URL: urls.api,
  DATABASE_OWNER_URL: urls.owner,
  DATABASE_WORKER_URL: urls.worker,
  SIDAN_SECRET: 'a secret for tests that is long enough to be one',
})
/** `pnpm sweep` without the build. */
async function command(urls: DatabaseUrls, ...args: string[]) {
  const env = { ...process.env, ...programUrls(urls) }
  const ran = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/sweep.ts', ...args], { env }).then(
    (output) => ({ ...output, code: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => error,
  )
  return { code: ran.code, stderr: ran.stderr, found: ran.stdout ? JSON.parse(ran.stdout) : undefined }
}

describe('the command', () => {
  it('finds nothing in a demo, prints every check of every county, and ends with 0', async () => {
    const database = await createTestDatabase()
    try {
      await prepareInstallation({
        urls: database.urls,
        crypto: makeCrypto(keysFromSecret(programUrls(database.urls).SIDAN_SECRET)),
        demo: true,
      })
      const { code, found } = await command(database.urls)
      expect([code, found.differences]).toEqual([0, 0])
      expect(found.counties.map(({ countyId }: CountyResult) => countyId)).toEqual([420281, 420882])
      for (const county of found.counties)
        expect(county.checks.map(({ name }: { name: string }) => name)).toEqual(checks.map(({ name }) => name))
    } finally {
      await database.drop()
    }
  })

  it('ends with 1 when anything differs, in the county that is asked for alone', async () => {
    await admin.inCounty(test.county.countyId, async (tx) => {
      await tx.query({ text: 'set local session_replication_role = replica' })
      await tx.query({
        text: `update accounts set balance = balance + 1 where county_id = ${tx.countyId} and code = 'earnedMinutes'`,
      })
    })
    const { code, found } = await command(test.urls)
    expect([code, found.counties.map(failingNames)]).toEqual([1, [[], ['balances-are-entries']]])
    expect(await command(test.urls, '420281')).toMatchObject({ code: 0, found: { differences: 0 } })
  })

  it('does not call a database right in which there is no county', async () => {
    const database = await createTestDatabase()
    expect(await command(database.urls)).toMatchObject({ code: 1, stderr: 'there is no county in this database\n' })
    expect(await command(test.urls, '110101')).toMatchObject({
      code: 1,
      stderr: 'there is no county 110101 in this database\n',
    })
    expect(await command(test.urls, 'jingshan')).toMatchObject({ code: 2 })
    await database.drop()
  })
})
