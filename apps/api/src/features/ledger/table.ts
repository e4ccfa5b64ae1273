import { sql } from 'drizzle-orm'
import { bigint, check, foreignKey, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { at, countyId, day, id } from '../../platform/columns.ts'
import { people } from '../people/table.ts'

const amount = (name: string) => bigint(name, { mode: 'number' })

/** A person's accounts, floor 0. Issuers and sinks are codes without a running balance: a row that everybody updates would be a queue. */
export const accounts = pgTable(
  'accounts',
  {
    countyId: countyId(),
    id: id().notNull(),
    personId: id('person_id').notNull(),
    code: text('code', {
      enum: ['available', 'held', 'owed', 'earnedMinutes', 'timeCredit', 'receivedCredit', 'heldCredit'],
    }).notNull(),
    balance: amount('balance').notNull(),
    version: integer('version').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('accounts_person_code').on(t.countyId, t.personId, t.code),
    check('accounts_floor', sql`balance >= 0`),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
  ],
)

/** Append-only. One fact moves value once: (reason, ref). A transfer is reversed at most once. */
export const transfers = pgTable(
  'transfers',
  {
    countyId: countyId(),
    id: id().notNull(),
    reason: text('reason').notNull(),
    ref: id('ref').notNull(),
    policyVersion: integer('policy_version').notNull(),
    happenedAt: at('happened_at').notNull(),
    recordedAt: at('recorded_at').notNull(),
    reverses: id('reverses'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('transfers_fact').on(t.countyId, t.reason, t.ref),
    unique('transfers_reversed_once').on(t.countyId, t.reverses),
    index('transfers_recorded').on(t.countyId, t.recordedAt),
    foreignKey({ columns: [t.countyId, t.reverses], foreignColumns: [t.countyId, t.id] }),
  ],
)

/** Points earned together, with their expiry. `remaining` is spendable, `held` is reserved by vouchers; the rest is gone. */
export const lots = pgTable(
  'lots',
  {
    countyId: countyId(),
    id: id().notNull(),
    accountId: id('account_id').notNull(),
    transferId: id('transfer_id').notNull(),
    earnedOn: day('earned_on').notNull(),
    expiresOn: day('expires_on').notNull(),
    amount: amount('amount').notNull(),
    remaining: amount('remaining').notNull(),
    held: amount('held').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('lots_open').on(t.countyId, t.accountId, t.expiresOn, t.id).where(sql`remaining > 0`),
    index('lots_expiring').on(t.countyId, t.expiresOn).where(sql`remaining > 0`),
    index('lots_transfer').on(t.countyId, t.transferId),
    check('lots_parts', sql`remaining >= 0 and held >= 0 and remaining + held <= amount`),
    foreignKey({ columns: [t.countyId, t.accountId], foreignColumns: [accounts.countyId, accounts.id] }),
    foreignKey({ columns: [t.countyId, t.transferId], foreignColumns: [transfers.countyId, transfers.id] }),
  ],
)

/** What a person owes by one decision: to `owed` what a lot is to `available`. `remaining` is what is neither paid nor let off. */
export const debts = pgTable(
  'debts',
  {
    countyId: countyId(),
    id: id().notNull(),
    accountId: id('account_id').notNull(),
    transferId: id('transfer_id').notNull(),
    amount: amount('amount').notNull(),
    remaining: amount('remaining').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('debts_transfer').on(t.countyId, t.transferId),
    index('debts_open').on(t.countyId, t.accountId).where(sql`remaining > 0`),
    check('debts_parts', sql`remaining between 0 and amount`),
    foreignKey({ columns: [t.countyId, t.accountId], foreignColumns: [accounts.countyId, accounts.id] }),
    foreignKey({ columns: [t.countyId, t.transferId], foreignColumns: [transfers.countyId, transfers.id] }),
  ],
)

/** Append-only. The amounts of a transfer sum to 0 per unit; `account_version` of an account has no gaps. */
export const entries = pgTable(
  'entries',
  {
    countyId: countyId(),
    transferId: id('transfer_id').notNull(),
    line: integer('line').notNull(),
    accountId: id('account_id'),
    issuer: text('issuer'),
    unit: text('unit', { enum: ['points', 'minutes', 'timeCredit'] }).notNull(),
    amount: amount('amount').notNull(),
    balanceAfter: amount('balance_after'),
    accountVersion: integer('account_version'),
    lotId: id('lot_id'),
    debtId: id('debt_id'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.transferId, t.line] }),
    unique('entries_account_version').on(t.countyId, t.accountId, t.accountVersion),
    index('entries_lot').on(t.countyId, t.lotId),
    index('entries_debt').on(t.countyId, t.debtId).where(sql`debt_id is not null`),
    check('entries_one_side', sql`(account_id is null) <> (issuer is null)`),
    check(
      'entries_running',
      sql`(account_id is null) = (account_version is null) and (account_id is null) = (balance_after is null)`,
    ),
    foreignKey({ columns: [t.countyId, t.transferId], foreignColumns: [transfers.countyId, transfers.id] }),
    foreignKey({ columns: [t.countyId, t.accountId], foreignColumns: [accounts.countyId, accounts.id] }),
    foreignKey({ columns: [t.countyId, t.lotId], foreignColumns: [lots.countyId, lots.id] }),
    foreignKey({ columns: [t.countyId, t.debtId], foreignColumns: [debts.countyId, debts.id] }),
  ],
)
