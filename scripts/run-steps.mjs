/** Running commands side by side: every line with its step's name in front, and a table of times at the end. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

const env = { ...process.env, PATH: `${process.cwd()}/node_modules/.bin:${process.env.PATH}` }

const running = new Set()
/** The last lines of each command, by its name: said once more at the end when it failed, for who reads the end alone. */
const lastLines = new Map()

/** Ends a command and everything it started: each stands at the head of a process group of its own. */
function end(child, signal) {
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of running) end(child, 'SIGTERM')
    process.exit(1)
  })
}

/**
 * Runs a command to its end and shows its lines as they come: `{status, text}`. One that takes longer than `minutes` is ended and has failed; what it
 * leaves running is ended with it, or an orphan holding its output would keep everybody waiting.
 */
export async function run(name, command, args, { minutes = 15, ...options } = {}) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...options })
  running.add(child)
  const text = []
  const show = (line) => {
    text.push(line)
    console.log(`${name} │ ${line}`)
  }
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', show)
  const limit = setTimeout(() => {
    show(`takes longer than ${minutes} minutes and is ended`)
    end(child, 'SIGKILL')
  }, minutes * 60_000)
  const status = await new Promise((resolve) => {
    child.on('error', (error) => {
      show(error.message)
      resolve(1)
    })
    child.on('exit', (code) => {
      end(child, 'SIGKILL')
      const orphaned = setTimeout(() => resolve(code ?? 1), 3000)
      child.on('close', () => {
        clearTimeout(orphaned)
        resolve(code ?? 1)
      })
    })
  })
  clearTimeout(limit)
  running.delete(child)
  child.stdout.destroy()
  child.stderr.destroy()
  lastLines.set(name, text.slice(-40))
  return { status, text: text.join('\n') }
}

/**
 * Runs steps `{name, work, instead, after}`, `lanes` of them at a time: of those that may begin the first in the order given. `after` names the steps that must
 * have ended before; `work` gives the numbers passed and failed.
 */
export async function runSteps(steps, lanes) {
  const waiting = [...steps]
  const running = new Map()
  const results = []
  const mayBegin = ({ after = [] }) =>
    !after.some((name) => [...waiting, ...running.values()].some((step) => step.name === name))
  while (waiting.length + running.size > 0) {
    const next = running.size < lanes ? waiting.findIndex(mayBegin) : -1
    if (next === -1 && running.size === 0) throw new Error(`wait for one another: ${waiting.map(({ name }) => name)}`)
    if (next === -1) {
      await Promise.race(running.keys())
      continue
    }
    const [step] = waiting.splice(next, 1)
    const ended = timed(step).then((result) => {
      running.delete(ended)
      results.push(result)
    })
    running.set(ended, step)
  }
  return results
}

async function timed({ name, work, instead }) {
  const started = Date.now()
  const [passed, failed] = await work()
  return { name, passed, failed, instead, seconds: (Date.now() - started) / 1000 }
}

/** The last lines of what failed, the table, what to do about each failed step, and the closing line. Sets the exit code. */
export function report(results) {
  for (const { name, failed } of results)
    if (failed > 0) console.log(`\n${name}, at its end:\n${(lastLines.get(name) ?? []).join('\n')}`)
  console.log('')
  for (const { name, passed, failed, seconds } of results) {
    const verdict = failed === 0 ? 'ok    ' : 'FAILED'
    console.log(
      `${verdict} ${name.padEnd(26)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(1).padStart(7)} s`,
    )
  }
  for (const { name, failed, instead } of results) if (failed > 0 && instead) console.log(`\n${name}: ${instead}`)
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = sum('failed') > 0 ? 1 : 0
}
