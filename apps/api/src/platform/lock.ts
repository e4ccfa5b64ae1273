/** What one program does while every other waits: an advisory lock on a connection of its own, which ends with the program however it ends. */
import pg from 'pg'

/** Runs `work` while nobody else holds `lockNumber` in this database. */
export async function whileLocked<Result>(
  url: string,
  lockNumber: number,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    return await work(client)
  } finally {
    await client.end()
  }
}
