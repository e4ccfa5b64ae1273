/** The built program as a child that can be killed, and its embedded database as seen from outside. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { tsImport } from 'tsx/esm/api'

const { foldersOf } = await tsImport('../apps/api/src/platform/embedded-folders.ts', import.meta.url)
const pg = createRequire(new URL('../apps/api/package.json', import.meta.url))('pg')
const folders = []
const children = new Set()
const spoken = []

export function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'sidan-launcher-'))
  folders.push(folder)
  return folder
}

/** Starts the built program; `ready` gives its origin, `ended` its exit code. */
export function start(folder, env = {}) {
  const child = spawn(process.execPath, ['apps/api/dist/main.js'], {
    env: { ...process.env, SIDAN_DATA: folder, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      text += chunk
    })
  const ended = new Promise((resolve) => {
    child.on('exit', (code, signal) => {
      children.delete(child)
      resolve(code ?? signal)
    })
  })
  spoken.push(() => text)
  const ready = async () => {
    const origin = await until(
      () => /running at (http:\S+)/.exec(text)?.[1] ?? (child.exitCode !== null ? 'ended' : undefined),
      90,
    )
    if (origin === 'ended') throw new Error(`it ended:\n${text}`)
    return origin
  }
  const end = (signal) => {
    child.kill(signal)
    return ended
  }
  return { ready, ended, end, said: () => text }
}

/** A reply to a request; asked again while the program says that it is busy, as a phone does. */
export async function asked(url, options) {
  for (let left = 60; left > 0; left -= 1) {
    const reply = await fetch(url, options)
    if (reply.status !== 503) return reply
    await wait(500)
  }
  throw new Error(`${url} was busy for half a minute`)
}

export async function until(look, seconds) {
  for (let left = seconds * 20; left > 0; left -= 1) {
    const found = await look()
    if (found) return found
    await wait(50)
  }
  throw new Error(`waited ${seconds} s in vain`)
}

/** Asks the embedded database of a folder as its administrator. */
export async function ask(folder, sql) {
  const client = new pg.Client({ user: 'sidan_admin', host: foldersOf(folder).socket, database: 'sidan' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
export const serverOf = (folder) =>
  Number(readFileSync(join(foldersOf(folder).data, 'postmaster.pid'), 'utf8').split('\n')[0])
export const serverRuns = (folder) => existsSync(join(foldersOf(folder).data, 'postmaster.pid'))

/** Forgets what earlier programs said. */
export const listenAnew = () => spoken.splice(0)
/** Prints what the programs of this step said, and ends them. */
export function tellAndEnd() {
  for (const said of spoken) console.error(said())
  for (const child of children) child.kill('SIGKILL')
}
/** Removes every folder, with the server that may still run in it. */
export function removeAll() {
  for (const folder of folders) {
    spawnSync('pkill', ['-9', '-F', join(foldersOf(folder).data, 'postmaster.pid')])
    rmSync(foldersOf(folder).data, { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
}
