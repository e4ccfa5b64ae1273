/** The only reader of process.env. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import type { LogOptions } from './platform/log.ts'
import type { DatabaseUrls } from './platform/migrate.ts'

const Env = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  /** The address people reach: in printed codes and links. */
  PUBLIC_URL: z.url().optional(),
  DATABASE_URL: z.string().optional(),
  DATABASE_OWNER_URL: z.string().optional(),
  DATABASE_WORKER_URL: z.string().optional(),
  /** Where the embedded database, the secret and photos are kept. */
  SIDAN_DATA: z.string().optional(),
  SIDAN_SECRET: z.string().min(32).optional(),
  SIDAN_POSTGRES_BIN: z.string().optional(),
  DEMO: z.enum(['0', '1']).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  TRUSTED_PROXIES: z.string().default(''),
  WECHAT_APP_ID: z.string().optional(),
  WECHAT_APP_SECRET: z.string().optional(),
  WECHAT_BASE_URL: z.url().default('https://api.weixin.qq.com'),
})

export interface Settings {
  port: number
  host: string
  publicUrl: string | undefined
  /** Absent: the embedded database. */
  database: DatabaseUrls | undefined
  dataFolder: string
  secret: string | undefined
  postgresBin: string | undefined
  /** Asked for by DEMO=1; with nothing configured at all, a demo is what one gets. */
  demo: boolean
  logLevel: LogOptions['level']
  trustedProxies: string[]
  wechat: { appId: string; appSecret: string; baseUrl: string } | undefined
}

/** The repository's root: where drizzle/ and packages/ lie, from source as from the built file. */
export const rootFolder = ((): string => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'pnpm-workspace.yaml'))) folder = dirname(folder)
  return folder
})()

/** Reads and checks the settings. Throws with the names of what is wrong. */
export function readSettings(from: Record<string, string | undefined> = process.env): Settings {
  const env = Env.parse(from)
  if (env.DATABASE_URL && !(env.DATABASE_OWNER_URL && env.DATABASE_WORKER_URL)) {
    throw new Error(
      'DATABASE_URL needs DATABASE_OWNER_URL (migrations) and DATABASE_WORKER_URL (jobs) beside it: see docs/running.md',
    )
  }
  const { DATABASE_URL: api, DATABASE_OWNER_URL: owner, DATABASE_WORKER_URL: worker } = env
  if (api && !env.SIDAN_SECRET)
    throw new Error('DATABASE_URL needs SIDAN_SECRET: at least 32 random characters, kept for ever')
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL,
    database: api && owner && worker ? { api, owner, worker } : undefined,
    dataFolder: env.SIDAN_DATA ?? join(rootFolder, 'data'),
    secret: env.SIDAN_SECRET,
    postgresBin: env.SIDAN_POSTGRES_BIN,
    demo: env.DEMO === undefined ? !api : env.DEMO === '1',
    logLevel: env.LOG_LEVEL,
    trustedProxies: env.TRUSTED_PROXIES.split(',').filter((address) => address !== ''),
    wechat:
      env.WECHAT_APP_ID && env.WECHAT_APP_SECRET
        ? { appId: env.WECHAT_APP_ID, appSecret: env.WECHAT_APP_SECRET, baseUrl: env.WECHAT_BASE_URL }
        : undefined,
  }
}
