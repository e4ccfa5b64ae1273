/** Starts the program: database, migrations, a demo when nothing is configured, API and jobs; and stops it in the reverse order. */
import { join } from 'node:path'
import closeWithGrace from 'close-with-grace'
import { makeApp } from './app.ts'
import { readSettings, rootFolder } from './env.ts'
import { everyMinute } from './every-minute.ts'
import { everyNight } from './every-night.ts'
import { issueSheet, readSheet } from './features/sheet-imports/jobs.ts'
import { checkWords } from './features/word-checks/jobs.ts'
import { keysFromSecret, makeCrypto } from './platform/crypto.ts'
import { isLost } from './platform/database-errors.ts'
import { openDatabase } from './platform/db.ts'
import { folderStore } from './platform/files/object-store.ts'
import { makePhotos } from './platform/files/photos.ts'
import { s3Store } from './platform/files/s3-store.ts'
import { startWorker } from './platform/jobs.ts'
import { openLimits } from './platform/limits.ts'
import { makeLog } from './platform/log.ts'
import { secretOfFolder } from './platform/secret-file.ts'
import { makeSheets } from './platform/sheets.ts'
import { makeWechat } from './platform/wechat/client.ts'
import { startStandIn } from './platform/wechat/stand-in.ts'
import { prepareInstallation } from './seed/installation.ts'
import { startDatabase } from './start-database.ts'

const settings = readSettings()
const log = makeLog({ level: settings.logLevel })
const clock = () => new Date()

// What was started so far is stopped in the reverse order, also when the rest does not start.
const stops: (() => Promise<unknown>)[] = []
let running = false
const ending = closeWithGrace({ delay: 10_000, skip: ['unhandledRejection'] }, async ({ err }) => {
  if (err && !running) process.stderr.write(`Sidan could not start: ${err.message}\n`)
  if (err) log.error({ err }, 'stopping')
  for (const stop of stops.reverse()) await stop()
})

// The worker's library lets promises go that fail with the database: that ends nothing. Any other is a fault of ours, and the program must not go on.
process.on('unhandledRejection', (err) => {
  log.error({ err }, 'nobody waited for this')
  if (!isLost(err)) void ending.close()
})

const database = await startDatabase(settings)
stops.push(database.stop)
const { urls } = database

const keys = keysFromSecret(settings.secret ?? (await secretOfFolder(settings.dataFolder)))
const crypto = makeCrypto(keys)
const installation = await prepareInstallation({ urls, crypto, demo: settings.demo })

const standIn = settings.wechat
  ? undefined
  : await startStandIn({ appId: 'stand-in', appSecret: 'stand-in-secret', everybodyIsActive: installation.demo })
if (standIn) stops.push(standIn.close)
const wechat = makeWechat(
  settings.wechat
    ? { ...settings.wechat, log }
    : { baseUrl: standIn?.url ?? '', appId: 'stand-in', appSecret: 'stand-in-secret', log },
)
const db = openDatabase({ url: urls.api, maxConnections: 20, clock })
const workerDb = openDatabase({ url: urls.worker, maxConnections: 4, clock })
stops.push(db.end, workerDb.end)
const limits = openLimits({ url: urls.api, signInsPerMinute: 300, wrongCodes: { count: 10, seconds: 600 } })
stops.push(limits.end)
const sheets = makeSheets(join(rootFolder, 'apps/api/src/platform/sheet-thread.mjs'))
const app = await makeApp({
  db,
  crypto,
  signingKey: keys.signingKey,
  wechat,
  photos: makePhotos(settings.bucket ? s3Store(settings.bucket) : folderStore(settings.dataFolder)),
  sheets,
  limits,
  requestsPerMinute: 600,
  clock,
  publicUrl: settings.publicUrl,
  appFolder: join(rootFolder, 'apps/miniprogram/dist/h5'),
  demo: installation.demo,
  server: { logger: log, trustedProxies: settings.trustedProxies, maxEventLoopDelayMs: 1000 },
})
const stopWorker = await startWorker({
  url: urls.worker,
  db: workerDb,
  everyMinute,
  everyNight: everyNight(crypto),
  effects: {
    'check-words': checkWords({ db: workerDb, crypto, wechat, demo: installation.demo }),
    'read-sheet': readSheet({ db: workerDb, crypto, sheets }),
    'issue-sheet': issueSheet({ db: workerDb, crypto, sheets }),
  },
  log,
})
stops.push(stopWorker, () => app.close())
const address = await app.listen({ port: settings.port, host: settings.host })
running = true

const origin = settings.publicUrl ?? address
process.stdout.write(
  [
    `Sidan is running at ${origin}`,
    ...(settings.wechat
      ? []
      : ['No WeChat app id is set: a local stand-in answers for WeChat, nobody can sign in from a real phone.']),
    ...(installation.demo
      ? [
          'THIS IS A DEMO: invented people, sign-in without a password. Never put real data here.',
          ...installation.lines(origin),
        ]
      : []),
    '',
  ].join('\n'),
)
