/** The installation's secret where none is configured: made once, kept in the data folder, readable to its owner only. */
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { randomToken } from './crypto.ts'

/** Reads the secret of this data folder, or makes it. Two processes that start at once get the same one. */
export async function secretOfFolder(folder: string): Promise<string> {
  const path = join(folder, 'secret')
  const stored = await readSecret(path)
  if (stored !== undefined) return stored
  await mkdir(folder, { recursive: true })
  const draft = join(folder, `secret.${randomToken(9)}`)
  try {
    const file = await open(draft, 'wx', 0o600)
    await file.writeFile(randomToken(32))
    await file.sync()
    await file.close()
    // A link is made whole or not at all, and never over another: whoever comes second reads the first one's.
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(draft, { force: true })
  }
  return (await readSecret(path)) ?? Promise.reject(new Error('the secret file vanished while starting'))
}

const readSecret = (path: string) =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
