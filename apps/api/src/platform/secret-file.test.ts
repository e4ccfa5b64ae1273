import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { keysFromSecret } from './crypto.ts'
import { secretOfFolder } from './secret-file.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidan-secret-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('keeps one secret per data folder, good enough for keys and readable to its owner only', async () => {
  const data = join(folder, 'data')
  const secret = await secretOfFolder(data)
  expect(await secretOfFolder(data)).toBe(secret)
  expect(await secretOfFolder(join(folder, 'other'))).not.toBe(secret)
  expect(() => keysFromSecret(secret)).not.toThrow()
  expect((await stat(join(data, 'secret'))).mode & 0o777).toBe(0o600)
})

test('gives all processes that start at once the same secret and leaves nothing else behind', async () => {
  const secrets = await Promise.all(Array.from({ length: 20 }, () => secretOfFolder(folder)))
  expect(new Set(secrets).size).toBe(1)
  expect(await readdir(folder)).toEqual(['secret'])
})
