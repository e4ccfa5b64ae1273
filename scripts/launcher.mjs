/** What a start must survive: its program killed, its PostgreSQL killed, two of them on one data folder, a kill in the middle of the demo's story, a real county. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import './build-api.mjs'
import {
  ask,
  asked,
  listenAnew,
  newFolder,
  removeAll,
  serverOf,
  serverRuns,
  start,
  tellAndEnd,
  until,
} from './launched.mjs'

const json = async (url, options) => (await asked(url, options)).json()
const post = (url, body, headers = {}) =>
  json(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })

async function signIn(origin) {
  const { items } = await json(`${origin}/v1/demo/people?countyId=420882`)
  const { accessToken } = await post(`${origin}/v1/demo/sessions`, { countyId: 420882, personId: items[0].personId })
  return { authorization: `Bearer ${accessToken}` }
}

const write = async (origin, words) => {
  const headers = { ...(await signIn(origin)), 'idempotency-key': crypto.randomUUID() }
  const { feedbackId } = await post(`${origin}/v1/feedback`, { words }, headers)
  assert.ok(feedbackId)
}
const written = async (origin) => {
  const { items } = await json(`${origin}/v1/me/feedback`, { headers: await signIn(origin) })
  return items.map((item) => item.words).sort()
}

const ordersOf = (folder) => ask(folder, 'select county_id, count(*)::int from orders group by 1 order by 1')
let passed = 0
const failed = []
async function step(name, work) {
  listenAnew()
  try {
    await work()
    passed += 1
    console.log(`ok ${name}`)
  } catch (error) {
    failed.push(name)
    console.error(`FAILED ${name}\n${error.stack}`)
    tellAndEnd()
  }
}

const demo = newFolder()
await step('a program killed with -9 starts again on the same data', async () => {
  const first = start(demo)
  await write(await first.ready(), 'before the kill')
  assert.equal(await first.end('SIGKILL'), 'SIGKILL')
  const second = start(demo)
  assert.deepEqual(await written(await second.ready()), ['before the kill'])
  assert.equal(await second.end('SIGTERM'), 0)
  assert.ok(!serverRuns(demo), 'the last one out stops the database')
})

await step('a PostgreSQL killed with -9 is started again under the running program, with nothing lost', async () => {
  const program = start(demo)
  const origin = await program.ready()
  await write(origin, 'before the database died')
  const died = serverOf(demo)
  process.kill(died, 'SIGKILL')
  await until(() => serverRuns(demo) && serverOf(demo) !== died, 20)
  await until(async () => (await fetch(`${origin}/readyz`)).status === 200, 20)
  await write(origin, 'after it')
  assert.deepEqual(await written(origin), ['after it', 'before the database died', 'before the kill'])
  const [{ now }] = await ask(demo, 'select now()')
  const worked = async () => {
    const rows = await ask(
      demo,
      `select 1 from graphile_worker._private_known_crontabs where last_execution > '${now.toISOString()}'`,
    )
    return rows.length > 0
  }
  await until(worked, 90)
  assert.equal(await program.end('SIGTERM'), 0)
})

await step('two programs on the same data serve both, and the last one out stops the database', async () => {
  const [one, two] = [start(demo), start(demo)]
  const [here, there] = await Promise.all([one.ready(), two.ready()])
  await write(here, 'said here')
  assert.ok((await written(there)).includes('said here'))
  assert.equal(await one.end('SIGTERM'), 0)
  assert.ok((await written(there)).includes('said here'))
  const taken = start(demo, { PORT: new URL(there).port })
  assert.equal(await taken.ended, 1)
  assert.match(taken.said(), /could not start: listen EADDRINUSE/)
  assert.ok((await written(there)).includes('said here'))
  assert.equal(await two.end('SIGTERM'), 0)
  assert.ok(!serverRuns(demo))
})

await step(
  'a start killed while the story is told leaves no county without one: the next start tells it anew',
  async () => {
    const folder = newFolder()
    const begun = async (orders) => {
      const program = start(folder)
      const told = () =>
        ask(folder, 'select count(*)::int as orders from orders').then(
          ([row]) => row.orders,
          () => 0,
        )
      await until(async () => (await told()) >= orders, 60)
      await program.end('SIGKILL')
    }
    await begun(3)
    assert.deepEqual(await ask(folder, 'select 1 from counties where story_told_at is not null'), [])
    await begun(17) // in the second county
    const program = start(folder)
    const whole = start(demo)
    await Promise.all([program.ready(), whole.ready()])
    assert.deepEqual(await ordersOf(folder), await ordersOf(demo))
    assert.equal((await ask(folder, 'select 1 from counties where story_told_at is null')).length, 0)
    assert.deepEqual([await program.end('SIGTERM'), await whole.end('SIGTERM')], [0, 0])
  },
)

await step('a real county is set up by command, once, and is served without any demo', async () => {
  const folder = newFolder()
  const add = () =>
    spawnSync(process.execPath, ['scripts/county.mjs', 'add', 'jingshan', '何主任'], {
      env: { ...process.env, SIDAN_DATA: folder },
      encoding: 'utf8',
    })
  const first = add()
  assert.equal(first.status, 0, first.stderr)
  assert.match(first.stdout, /One-time code for 何主任, county keeper: \w{4}-\w{4}-\w{4}\n/)
  const again = add()
  assert.equal(again.status, 1)
  assert.match(again.stderr, /is here already; nothing was changed/)
  const asDemo = start(folder)
  assert.equal(await asDemo.ended, 1)
  assert.match(asDemo.said(), /could not start: .* holds a real county/)
  const program = start(folder, { DEMO: '0' })
  const origin = await program.ready()
  assert.equal((await asked(`${origin}/v1/demo/people?countyId=420882`)).status, 404)
  assert.equal((await json(`${origin}/v1/counties`)).items[0].name, '京山市')
  assert.equal(await program.end('SIGTERM'), 0)
})

removeAll()
console.log(`${passed} passed, ${failed.length} failed`)
process.exitCode = failed.length > 0 ? 1 : 0
