/** `pnpm county:add` and `pnpm county:invite`: what the IT person does once, with the same settings as the program itself. */
import { formatShortCode } from '@sidan/types/short-codes'
import { readSettings } from './env.ts'
import { keysFromSecret, makeCrypto } from './platform/crypto.ts'
import { openDatabase } from './platform/db.ts'
import { secretOfFolder } from './platform/secret-file.ts'
import { addCounty, findPreset, inviteKeeper } from './seed/add-county.ts'
import { prepareInstallation } from './seed/installation.ts'
import { startDatabase } from './start-database.ts'

const usage = `pnpm county:add <preset or path to a .yaml> <name of the first county keeper>
pnpm county:invite <county code> <name of a county keeper>
`

async function runCommand(command: string, which: string, keeperName: string): Promise<string> {
  const settings = { ...readSettings(), demo: false }
  const preset = command === 'add' ? findPreset(which) : undefined
  const database = await startDatabase(settings)
  const owner = openDatabase({ url: database.urls.owner, maxConnections: 1 })
  try {
    const crypto = makeCrypto(keysFromSecret(settings.secret ?? (await secretOfFolder(settings.dataFolder))))
    await prepareInstallation({ urls: database.urls, crypto, demo: false })
    const { code, expiresAt } = preset
      ? await addCounty(owner, crypto, preset, keeperName)
      : await inviteKeeper(owner, crypto, Number(which), keeperName)
    const lines = [
      ...(preset ? [`${preset.county.name} (${preset.county.code}) is set up with ${preset.units.length} units.`] : []),
      `One-time code for ${keeperName}, county keeper: ${formatShortCode(code)}`,
      `It is good once, until ${expiresAt.toISOString()}, for whoever has signed in and sends it to POST /v1/role-invitations/accept.`,
      'It is shown only now: only its hash is kept.',
    ]
    return `${lines.join('\n')}\n`
  } finally {
    await owner.end()
    await database.stop()
  }
}

const [command = '', which = '', keeperName = ''] = process.argv.slice(2)
if (!['add', 'invite'].includes(command) || which === '' || keeperName.trim() === '' || keeperName.length > 20) {
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
