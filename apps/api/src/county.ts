/** `pnpm county:add`, `pnpm county:invite` and `pnpm county:recount`: what the IT person does now and then, with the same settings as the program itself. */
import { formatShortCode } from '@sidan/types/short-codes'
import { readSettings } from './env.ts'
import { recountDays } from './features/roll-ups/recount-days.ts'
import { type Crypto, keysFromSecret, makeCrypto } from './platform/crypto.ts'
import { type Database, openDatabase } from './platform/db.ts'
import { secretOfFolder } from './platform/secret-file.ts'
import { addCounty, countyOf, findPreset, inviteKeeper } from './seed/add-county.ts'
import { prepareInstallation } from './seed/installation.ts'
import { startDatabase } from './start-database.ts'

const usage = `pnpm county:add <preset or path to a .yaml> <name of the first county keeper>
pnpm county:invite <county code> <name of a county keeper>
pnpm county:recount <county code>
`

/** What a command works with. */
interface Parts {
  owner: Database
  crypto: Crypto
}

async function invite({ owner, crypto }: Parts, command: string, which: string, keeperName: string): Promise<string[]> {
  const preset = command === 'add' ? findPreset(which) : undefined
  const { code, expiresAt } = preset
    ? await addCounty(owner, crypto, preset, keeperName)
    : await inviteKeeper(owner, crypto, Number(which), keeperName)
  return [
    ...(preset ? [`${preset.county.name} (${preset.county.code}) is set up with ${preset.units.length} units.`] : []),
    `One-time code for ${keeperName}, county keeper: ${formatShortCode(code)}`,
    `It is good once, until ${expiresAt.toISOString()}, for whoever has signed in and sends it to POST /v1/role-invitations/accept.`,
    'It is shown only now: only its hash is kept.',
  ]
}

async function recount({ owner }: Parts, code: number): Promise<string[]> {
  const { differing, examples } = await owner.inCounty(await countyOf(owner, code), recountDays)
  return [
    `Every day of county ${code} was counted again from what was done. Days of units and teams that differed and were mended: ${differing}.`,
    ...examples.map(
      (one) => `${one.day} ${one.kind} ${one.id}: ${JSON.stringify(one.kept)} -> ${JSON.stringify(one.counted)}`,
    ),
  ]
}

async function runCommand(command: string, which: string, keeperName: string): Promise<string> {
  const settings = { ...readSettings(), demo: false }
  const database = await startDatabase(settings)
  const owner = openDatabase({ url: database.urls.owner, maxConnections: 1 })
  try {
    const crypto = makeCrypto(keysFromSecret(settings.secret ?? (await secretOfFolder(settings.dataFolder))))
    await prepareInstallation({ urls: database.urls, crypto, demo: false })
    const parts = { owner, crypto }
    const lines =
      command === 'recount' ? await recount(parts, Number(which)) : await invite(parts, command, which, keeperName)
    return `${lines.join('\n')}\n`
  } finally {
    await owner.end()
    await database.stop()
  }
}

const [command = '', which = '', keeperName = ''] = process.argv.slice(2)
const named = keeperName.trim() !== '' && keeperName.length <= 20
if (which === '' || !(command === 'recount' || (['add', 'invite'].includes(command) && named))) {
  process.stderr.write(usage)
  process.exitCode = 2
} else {
  try {
    process.stdout.write(await runCommand(command, which, keeperName.trim()))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
