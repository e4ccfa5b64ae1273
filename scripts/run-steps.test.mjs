import assert from 'node:assert/strict'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { report, run, runSteps } from './run-steps.mjs'

test('a command that leaves an orphan holding its output is not waited for', async () => {
  const started = Date.now()
  const { status, text } = await run('orphan', 'bash', ['-c', 'echo said; setsid sleep 60 & sleep 0.5; exit 3'])
  assert.deepEqual({ status, text }, { status: 3, text: 'said' })
  assert.ok(Date.now() - started < 20_000)
})

test('a command past its time is ended with everything it started, and has failed', async () => {
  const trace = join(mkdtempSync(join(tmpdir(), 'sidan-')), 'trace')
  const { status, text } = await run('slow', 'bash', ['-c', `(sleep 2; touch ${trace}) & wait`], { minutes: 0.01 })
  assert.notEqual(status, 0)
  assert.match(text, /takes longer than 0.01 minutes and is ended/)
  await setTimeout(2500)
  assert.equal(existsSync(trace), false)
})

test('a command that does not exist has failed, in words', async () => {
  const { status, text } = await run('nothing', 'no-such-command', [])
  assert.equal(status, 1)
  assert.match(text, /ENOENT/)
})

test('what failed says its last words once more above the table, and what passed does not', async (t) => {
  await run('broken', 'bash', ['-c', 'echo the cause; exit 1'])
  await run('whole', 'bash', ['-c', 'echo nothing to tell'])
  const said = []
  const exitCode = process.exitCode
  t.mock.method(console, 'log', (line) => said.push(line))
  report([
    { name: 'broken', passed: 0, failed: 1, seconds: 1 },
    { name: 'whole', passed: 1, failed: 0, seconds: 1 },
  ])
  t.mock.restoreAll()
  process.exitCode = exitCode
  assert.match(said[0], /^\nbroken, at its end:\nthe cause$/)
  assert.ok(!said.some((line) => line.includes('nothing to tell')))
  assert.equal(said.at(-1), '\n1 passed, 1 failed')
})

test('a step begins when those it comes after have ended, and never more run than there are lanes', async () => {
  const said = []
  let running = 0
  const step = (name, ...after) => ({
    name,
    after,
    work: async () => {
      running += 1
      said.push(`${name} of ${running}`)
      await setTimeout(name === 'long' ? 300 : 50)
      running -= 1
      return [1, 0]
    },
  })
  const results = await runSteps([step('long'), step('page', 'build'), step('build'), step('last', 'page', 'long')], 2)
  assert.deepEqual(said, ['long of 1', 'build of 2', 'page of 2', 'last of 1'])
  assert.deepEqual(
    results.map(({ name }) => name),
    ['build', 'page', 'long', 'last'],
  )
  await assert.rejects(runSteps([step('hen', 'egg'), step('egg', 'hen')], 2), /wait for one another: hen,egg/)
})
