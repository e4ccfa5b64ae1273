/** The layout that keeps the architecture easy to see: closed file vocabulary, forbidden names, size limits, one door to each outside thing. Says what to do instead. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { longFileDebts } from './debts.mjs'

/** Verbs a use case may be named by; a new one is added here on purpose, in the office's words. */
export const verbs = `
  accept add answer appeal approve call cancel change close confirm copy correct count credit decide decline dismiss dispatch dispute draft draw end enrol enter escalate expire fold found fulfill give grant
  issue join leave lift mark move-up name object open pick-up pledge publish rate read recompute record recount redeem refresh refuse register reject release remind remove renew
  reopen report request resubmit return reveal reverse review revoke save send set set-up settle sign-up start store submit supersede sweep tell triage undo verify withdraw
  write
`
  .trim()
  .split(/\s+/)

const fixed = ['table.ts', 'rules.ts', 'store.ts', 'reads.ts', 'routes.ts', 'jobs.ts']
const maxLines = { source: 200, test: 400 }
const isTest = (path) => /\.test\.(tsx?|mjs)$/.test(path)
const inApi = (path) => path.startsWith('apps/api/src/') && !path.startsWith('apps/api/src/testing/') && !isTest(path)
const inClient = (path) => path.startsWith('apps/miniprogram/src/') && !isTest(path)

/** What no file of a place may say. */
const words = [
  {
    where: (path) => inApi(path) && path !== 'apps/api/src/env.ts',
    pattern: /process\.env/,
    instead: 'env.ts is the only reader of process.env; pass the setting in',
  },
  {
    where: (path) => inApi(path) && path !== 'apps/api/src/platform/db.ts',
    pattern: /\.prepare\(/,
    instead:
      'a statement prepared here runs outside the transaction and its county; run it by name through platform/db',
  },
  {
    where: (path) => inClient(path) && !path.startsWith('apps/miniprogram/src/shared/api/'),
    pattern: /\b(Taro|wx)\.(request|uploadFile|downloadFile|connectSocket)\b|\bfetch\(|\bXMLHttpRequest\b/,
    instead: 'shared/api is the only place that talks to the network; call the endpoint through it',
  },
  {
    where: () => true,
    pattern: /\bT[O]DO\b|\bF[I]XME\b/,
    instead: 'finish it or write an issue; no notes to oneself in the code',
  },
  {
    where: (path) => /^(apps|packages)\//.test(path),
    pattern: /biome-[i]gnore|@ts-[i]gnore|@ts-[n]ocheck|@ts-[e]xpect-error/,
    instead: 'mend what the checker found; if a rule is wrong everywhere, change the rule',
  },
  {
    where: isTest,
    pattern: /\b(it|test|describe)\.(skip|only|todo)\b|\bx(it|describe)\(/,
    instead: 'every test runs; mend it or take it out',
  },
]

/** Faults of one file; `text` is its content. */
export function faultsOf(path, text) {
  return [...nameFaults(path), ...sizeFaults(path, text), ...wordFaults(path, text)].map((fault) => `${path}: ${fault}`)
}

function* nameFaults(path) {
  if (/(^|[-/])(utils?|helpers?|common|services?)([-./]|$)/.test(path))
    yield 'name it after what it does; utils, helpers, common and service say nothing'
  if (/\/src\/(.*\/)?index\.tsx?$/.test(path)) yield 'no barrels; import each file by its name'
  const [, noun, file] = /^apps\/api\/src\/features\/([^/]+)\/(.+)$/.exec(path) ?? []
  if (file && !allowed(noun, file)) {
    yield `not in a feature's vocabulary: ${fixed.join(', ')}, <verb>-<noun>.ts, render-<document>.ts, <function>.sql (in the sweep <promise>.sql), *.test.ts, *.model.test.ts (post.ts in the ledger alone). ` +
      'A decision goes into rules.ts, SQL into store.ts, a list into reads.ts, one use case into <verb>-<noun>.ts; a new verb goes into scripts/check-layout.mjs'
  }
}

function* sizeFaults(path, text) {
  if (!/\.(tsx?|mjs|cjs)$/.test(basename(path))) return
  const lines = text.replace(/\n$/, '').split('\n').length
  const limit = isTest(path) ? maxLines.test : maxLines.source
  const known = longFileDebts[path]
  if (known !== undefined && lines <= limit) yield 'mended, take it out of longFileDebts in scripts/debts.mjs'
  if (lines > (known ?? limit)) yield `${lines} lines; split it by what it does (at most ${known ?? limit})`
}

const wordFaults = (path, text) =>
  words.filter(({ where, pattern }) => where(path) && pattern.test(text)).map(({ instead }) => instead)

function allowed(noun, file) {
  if (
    fixed.includes(file) ||
    /^[a-z-]+(\.model)?\.test\.ts$/.test(file) ||
    /^render-[a-z-]+\.ts$/.test(file) ||
    /^[a-z-]+\.sql$/.test(file)
  )
    return true
  if (file === 'post.ts') return noun === 'ledger'
  return verbs.some((verb) => new RegExp(`^${verb}-[a-z-]+\\.ts$`).test(file))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'apps', 'packages', 'scripts'], {
    encoding: 'utf8',
  })
    .trim()
    .split('\n')
    .filter((path) => /\.(tsx?|mjs|cjs|sql)$/.test(path) && existsSync(path))
  const faults = files.flatMap((path) => faultsOf(path, readFileSync(path, 'utf8')))
  for (const workspace of new Set(files.filter(isTest).map((path) => path.split('/').slice(0, 2).join('/')))) {
    if (/^(apps|packages)\//.test(workspace) && !existsSync(`${workspace}/jest.config.cjs`))
      faults.push(`${workspace}: has tests that nobody runs; add a jest.config.cjs like the others`)
  }
  for (const fault of faults) console.error(fault)
  console.log(`${files.length} files, ${Object.keys(longFileDebts).length} known debts`)
  process.exitCode = faults.length > 0 ? 1 : 0
}
