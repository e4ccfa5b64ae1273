/**
 * The database as features see it: a transaction inside one county, nothing else.
 *
 * `inCounty` opens the transaction and sets `app.county_id`, which row-level security reads: a query that forgets its county finds nothing.
 * Hot queries are built once per connection and run as named prepared statements on the transaction's own client (`statement`, or `tx.rows`
 * with a name); a module-level `db.prepare()` would run on another connection, outside the transaction, and is forbidden.
 * Every statement is counted, so that a test can hold a request to its budget.
 */

import type { CountyId } from '@sidan/types/ids'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg, { types as pgTypes } from 'pg'
import { busy, codeOf, outrun, retryable } from './database-errors.ts'
import { Refusal } from './problem.ts'

// Civil days stay text: the driver's default turns them into a moment in the server's zone.
pgTypes.setTypeParser(pgTypes.builtins.DATE, (day) => day)
// Sums and counts of ours stay far below 2^53.
pgTypes.setTypeParser(pgTypes.builtins.INT8, Number)

export interface SqlText {
  /** Given: the statement is prepared under this name on the connection. */
  name?: string
  text: string
  values?: unknown[]
}

/** A transaction in one county. `now` is one moment for all of it, from the server's clock. */
export interface Tx {
  readonly countyId: CountyId
  readonly now: Date
  /** The open database: what never changes in it may be kept by it. */
  readonly database: object
  /** Drizzle on the transaction's own client, for statements built on the spot. */
  readonly db: NodePgDatabase
  query(sql: SqlText): Promise<{ rows: unknown[]; rowCount: number | null }>
  rows<Row>(sql: SqlText): Promise<Row[]>
  /** Statements run so far, without BEGIN, SET LOCAL and COMMIT. */
  statements(): number
}

export interface Database {
  /** Runs `work` in one transaction of a county; what failed because of others at the same moment is tried again, so `work` must have no effect outside. */
  inCounty<Result>(countyId: CountyId, work: (tx: Tx) => Promise<Result>): Promise<Result>
  /** Reads reference tables, which have no county (the list of counties). */
  reference<Row>(sql: SqlText): Promise<Row[]>
  end(): Promise<void>
}

interface Connection {
  counted: { query: pg.PoolClient['query']; count: number }
  db: NodePgDatabase
  prepared: Map<string, { execute(values?: Record<string, unknown>): Promise<unknown> }>
}

const connections = new WeakMap<pg.PoolClient, Connection>()
const preparedOf = new WeakMap<NodePgDatabase, Connection['prepared']>()

function connectionOf(client: pg.PoolClient): Connection {
  const known = connections.get(client)
  if (known) return known
  const plain = client.query.bind(client)
  const counted: Connection['counted'] = {
    count: 0,
    query: ((...args: Parameters<typeof plain>) => {
      counted.count += 1
      return plain(...args)
    }) as pg.PoolClient['query'],
  }
  const connection: Connection = { counted, db: drizzle(counted as unknown as pg.PoolClient), prepared: new Map() }
  connections.set(client, connection)
  preparedOf.set(connection.db, connection.prepared)
  return connection
}

export interface DatabaseOptions {
  url: string
  maxConnections: number
  clock?: () => Date
  /** Told each finished transaction's statement count. */
  onTransaction?: (statements: number) => void
}

function openPool(url: string, maxConnections: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
  })
  pool.on('error', () => undefined) // an idle connection was cut; the next checkout opens another
  // Cut between two statements there is no query to tell it to: the next one fails, and the process lives on.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Runs a statement outside any transaction; a connection that went away under it is not used again. */
async function runAlone<Row>(connect: () => Promise<pg.PoolClient>, sql: SqlText): Promise<Row[]> {
  const client = await connect()
  try {
    const found = await client.query({ ...sql, values: sql.values ?? [] })
    client.release()
    return found.rows as Row[]
  } catch (error) {
    client.release(busy.has(codeOf(error)))
    throw error
  }
}

/** Opens a pool with the login of `url`; connections are made on first use. */
export function openDatabase({
  url,
  maxConnections,
  clock = () => new Date(),
  onTransaction,
}: DatabaseOptions): Database {
  const pool = openPool(url, maxConnections)
  const connect = () =>
    pool.connect().catch((error: Error) => {
      throw new Refusal('try-again', error.message)
    })

  async function once<Result>(countyId: CountyId, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const client = await connect()
    const { counted, db } = connectionOf(client)
    counted.count = 0
    let broken: Error | undefined
    try {
      // One round trip; the literal statement, because Citus passes on SET LOCAL but not set_config().
      await client.query(`begin; set local app.county_id = '${Number(countyId)}'`)
      const query: Tx['query'] = (sql) => counted.query({ ...sql, values: sql.values ?? [] })
      const result = await work({
        countyId,
        now: clock(),
        database: pool,
        db,
        query,
        rows: async <Row>(sql: SqlText) => (await query(sql)).rows as Row[],
        statements: () => counted.count,
      })
      const { command } = await client.query('commit')
      if (command !== 'COMMIT') throw new Error('the transaction was aborted and rolled back')
      onTransaction?.(counted.count)
      return result
    } catch (error) {
      await client.query('rollback').catch((lost: Error) => {
        broken = lost
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  async function inCounty<Result>(countyId: CountyId, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(countyId, work)
      } catch (error) {
        const code = codeOf(error)
        if ((retryable.has(code) || outrun.has(code)) && attempt < 4) continue
        if (retryable.has(code) || busy.has(code)) throw new Refusal('try-again', code)
        throw error
      }
    }
  }

  return {
    inCounty,
    reference: (sql) => runAlone(connect, sql),
    end: () => pool.end(),
  }
}

interface Preparable<Result> {
  prepare(name: string): { execute(values?: Record<string, unknown>): Promise<Result> }
}

/**
 * A hot query: built by drizzle once per connection, prepared under `name`, run on the transaction's own client.
 * `build` uses `sql.placeholder('x')`; call the result with `{ x }`.
 */
export function statement<Result>(name: string, build: (db: NodePgDatabase) => Preparable<Result>) {
  return (tx: Tx, values: Record<string, unknown> = {}): Promise<Result> => {
    const prepared = preparedOf.get(tx.db)
    if (!prepared) throw new Error('not a transaction of this database')
    let query = prepared.get(name)
    if (!query) {
      query = build(tx.db).prepare(name)
      prepared.set(name, query)
    }
    return query.execute(values) as Promise<Result>
  }
}
