/** The only reader of process.env. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import type { S3Options } from './platform/files/s3-store.ts'
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
  S3_ENDPOINT: z.url().optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
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
  /** Absent: photos lie in the data folder. */
  bucket: S3Options | undefined
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
    bucket: bucketOf(env),
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

/** A bucket needs all of its settings; some of them alone are a mistake that would fill the data folder unnoticed. */
function bucketOf(env: z.infer<typeof Env>): S3Options | undefined {
  const {
    S3_ENDPOINT: endpoint,
    S3_BUCKET: bucket,
    S3_REGION: region,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = env
  if (endpoint && bucket && region && accessKeyId && secretAccessKey)
    return { endpoint, bucket, region, accessKeyId, secretAccessKey }
  if (endpoint || bucket || region || accessKeyId || secretAccessKey)
    throw new Error(
      'a bucket needs S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY: see docs/running.md',
    )
  return undefined
}
