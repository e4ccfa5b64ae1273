import pg from 'pg'

const snapshot = 'pg_current_snapshot()::text as snapshot'
const snapshotSql = `select ${snapshot}`

/**
 * What every table holds, by table: its rows, and the newest transaction that wrote one of them. Equal fingerprints mean that nothing was changed:
 * whatever is inserted or updated carries a newer transaction, and whatever is deleted is missing.
 */
export async function makeFingerprint(adminUrl: string) {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  const tables = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
  const sql = tables.rows
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ' ' || coalesce(max(t.xmin::text::bigint), 0) as held from ${name} t`,
    )
    .join(' union all ')
  let newest = { snapshot: '', held: {} as Record<string, string> }
  /** Equal snapshots see the same rows: then nothing is counted again, which most refusals save. */
  async function take(): Promise<Record<string, string>> {
    const [now] = (await client.query<{ snapshot: string }>(snapshotSql)).rows
    if (now?.snapshot === newest.snapshot) return newest.held
    const { rows } = await client.query<{ name: string; held: string; snapshot: string }>({
      name: 'fingerprint',
      text: `select *, ${snapshot} from (${sql}) t`,
    })
    newest = {
      snapshot: rows[0]?.snapshot ?? '',
      held: Object.fromEntries(rows.map((row) => [row.name, row.held])),
    }
    return newest.held
  }
  return {
    take,
    /** Runs a statement as superuser: for what no request brings about, such as a database in trouble. */
    run: (text: string) => client.query(text),
    end: () => client.end(),
  }
}
