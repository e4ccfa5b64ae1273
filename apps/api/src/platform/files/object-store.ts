/** Where files lie: a folder of this machine, or a bucket (s3-store). Names are made by us (photos.ts), never taken from a request. */
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { randomToken } from '../crypto.ts'

export interface StoredObject {
  sizeBytes: number
  /** Read it or destroy it: it holds a file or a connection open. */
  stream: Readable
}

export interface ObjectStore {
  /** Stores whole or not at all; again under the same name is harmless. */
  put(name: string, bytes: Buffer, contentType: string): Promise<void>
  /** Null when there is none. */
  open(name: string): Promise<StoredObject | null>
}

/** Files under one folder, readable to the API's user only. */
export function folderStore(folder: string): ObjectStore {
  return {
    async put(name, bytes) {
      const path = join(folder, name)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const draft = `${path}.${randomToken(9)}`
      try {
        const file = await open(draft, 'wx', 0o600)
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(draft, path)
      } finally {
        await rm(draft, { force: true })
      }
    },
    async open(name) {
      const file = await open(join(folder, name), 'r').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
      if (!file) return null
      const { size } = await file.stat()
      return { sizeBytes: size, stream: file.createReadStream() }
    },
  }
}
