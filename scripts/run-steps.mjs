/** Running commands side by side: every line with its step's name in front, and a table of times at the end. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

const env = { ...process.env, PATH: `${process.cwd()}/node_modules/.bin:${process.env.PATH}` }

/** Runs a command to its end and shows its lines as they come: `{status, text}`. */
export async function run(name, command, args, options = {}) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], ...options })
  const text = []
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      text.push(line)
      console.log(`${name} │ ${line}`)
    })
  }
  const status = await new Promise((resolve) => {
    child.on('error', (error) => {
      console.log(`${name} │ ${error.message}`)
      resolve(1)
    })
    child.on('close', resolve)
  })
  return { status, text: text.join('\n') }
}

/** Runs steps `{name, work, instead}`, `lanes` of them at a time in the order given; `work` gives the numbers passed and failed. */
export async function runSteps(steps, lanes) {
  const waiting = [...steps]
  const results = []
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await timed(step))
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return results
}

async function timed({ name, work, instead }) {
  const started = Date.now()
  const [passed, failed] = await work()
  return { name, passed, failed, instead, seconds: (Date.now() - started) / 1000 }
}

/** The table, what to do about each failed step, and the closing line. Sets the exit code. */
export function report(results) {
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
