/** The built program as a user starts it: an empty folder, a demo, the station's page behind the printed link, the sweep, a clean stop, and a second start. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asked } from './launched.mjs'
import { stationOfLink } from './station-of-link.mjs'

const data = mkdtempSync(join(tmpdir(), 'sidan-smoke-'))

function start() {
  const child = spawn('node', ['scripts/start.mjs'], {
    env: { ...process.env, SIDAN_DATA: data, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  const ready = new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no link was printed:\n${text}`)), 90_000)
    child.stdout.on('data', (chunk) => {
      text += chunk
      const link = /京山市: (http:\/\/\S+\/q\/420882-\S+)/.exec(text)
      if (!link) return
      clearTimeout(late)
      resolve(link[1])
    })
    child.on('exit', (code) => reject(new Error(`stopped with ${code}:\n${text}`)))
  })
  const stop = () =>
    new Promise((resolve) => {
      child.removeAllListeners('exit')
      child.on('exit', resolve)
      child.kill('SIGTERM')
    })
  return { ready, stop }
}

const first = start()
const link = await first.ready
const { origin, pathname } = new URL(link)
const { page, county } = await stationOfLink(link)
assert.equal(page.items.length, 20)
assert.ok(page.thisWeek.some(({ title }) => title === '防诈骗小课堂'))
const { items: people } = await (await asked(`${origin}/v1/demo/people?countyId=${county}`)).json()
assert.equal(people.length, 13)
// The books are swept while the program runs.
const sweep = spawnSync('node', ['scripts/sweep.mjs'], { env: { ...process.env, SIDAN_DATA: data }, encoding: 'utf8' })
assert.equal(sweep.status, 0, sweep.stderr || sweep.stdout)
const swept = JSON.parse(sweep.stdout)
assert.deepEqual([swept.differences, swept.counties.length], [0, 2])
await first.stop()

const began = Date.now()
const second = start()
assert.equal(new URL(await second.ready).pathname, pathname)
console.log(`started on existing data in ${((Date.now() - began) / 1000).toFixed(1)} s`)
await second.stop()
rmSync(data, { recursive: true, force: true })
