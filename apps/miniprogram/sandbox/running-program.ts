/** The program as a user starts it, for tests: an empty data folder, a demo, a port of its own. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface RunningProgram {
  readonly origin: string
  /** The station's link of a county, as it is printed at start. */
  linkOf(county: string): { countyId: string; shortCode: string }
  stop(): Promise<void>
}

/** Starts it and waits for its printed links. */
export async function startProgram(): Promise<RunningProgram> {
  const data = mkdtempSync(join(tmpdir(), 'sidan-weapp-'))
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: join(__dirname, '../../..'),
    env: { ...process.env, SIDAN_DATA: data, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (/大冶市: \S+\n/.test(text)) resolve()
    })
    child.on('exit', (code) => reject(new Error(`the program stopped with ${code}:\n${text}`)))
  })
  const origin = /running at (\S+)/.exec(text)?.[1] ?? ''
  return {
    origin,
    linkOf: (county) => {
      const [, countyId = '', shortCode = ''] = new RegExp(`${county}: \\S+/q/(\\d+)-(\\w+)`).exec(text) ?? []
      return { countyId, shortCode }
    },
    stop: async () => {
      child.removeAllListeners('exit')
      const stopped = new Promise((resolve) => child.on('exit', resolve))
      child.kill('SIGTERM')
      await stopped
      rmSync(data, { recursive: true, force: true })
    },
  }
}
