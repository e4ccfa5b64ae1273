/** Where the embedded server of a data folder lies: one place, so that programs and tests that start apart meet at the same server. */
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const isRoot = process.getuid?.() === 0
export const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** Where the server of a data folder keeps its data and listens. As root not below the temporary folder, which may be closed to the user it runs as. */
export function foldersOf(dataFolder: string): { data: string; socket: string } {
  const name = shortHash(dataFolder)
  return {
    data: isRoot ? join('/var/lib/sidan', name) : join(dataFolder, 'postgres'),
    socket: join(isRoot ? '/var/lib/sidan' : tmpdir(), `socket-${process.getuid?.() ?? 0}-${name}`),
  }
}
