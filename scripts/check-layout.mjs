/** The layout that keeps the architecture easy to see: closed file vocabulary, forbidden names, size limits. Says what to do instead. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Verbs a use case may be named by; a new one is added here on purpose, in the office's words. */
const verbs = [
  'accept',
  'answer',
  'approve',
  'cancel',
  'close',
  'decline',
  'dispatch',
  'end',
  'enrol',
  'escalate',
  'expire',
  'fulfill',
  'give',
  'grant',
  'issue',
  'join',
  'mark',
  'name',
  'open',
  'publish',
  'rate',
  'read',
  'record',
  'redeem',
  'refresh',
  'reject',
  'release',
  'reopen',
  'request',
  'resubmit',
  'return',
  'reveal',
  'save',
  'send',
  'set-up',
  'start',
  'store',
  'submit',
  'tell',
  'triage',
  'verify',
  'write',
]
const fixed = ['table.ts', 'rules.ts', 'store.ts', 'reads.ts', 'routes.ts', 'jobs.ts']
const maxLines = { source: 230, test: 430 }

/** Faults of one file; `text` is its content. */
export function faultsOf(path, text) {
  const faults = []
  const name = basename(path)
  const isTest = /\.test\.tsx?$/.test(name)
  if (/(^|[-/])(utils?|helpers?|common|services?)([-./]|$)/.test(path))
    faults.push(`${path}: name it after what it does; utils, helpers, common and service say nothing`)
  if (/\/src\/.*index\.tsx?$/.test(path)) faults.push(`${path}: no barrels; import each file by its name`)
  const feature = /^apps\/api\/src\/features\/([^/]+)\/(.+)$/.exec(path)
  if (feature && !allowed(feature[1], feature[2])) {
    faults.push(
      `${path}: not in a feature's vocabulary (${fixed.join(', ')}, <verb>-<noun>.ts, render-<document>.ts, <function>.sql, *.test.ts). A new verb goes into scripts/check-layout.mjs`,
    )
  }
  const lines = text.split('\n').length
  if (/\.(ts|tsx|mjs)$/.test(name) && lines > (isTest ? maxLines.test : maxLines.source)) {
    faults.push(
      `${path}: ${lines} lines; split it by what it does (at most ${isTest ? maxLines.test : maxLines.source})`,
    )
  }
  if (
    path.startsWith('apps/api/src/') &&
    !['apps/api/src/env.ts'].includes(path) &&
    !path.startsWith('apps/api/src/testing/') &&
    !isTest &&
    /process\.env/.test(text)
  ) {
    faults.push(`${path}: env.ts is the only reader of process.env; pass the setting in`)
  }
  if (
    path.startsWith('apps/api/src/features/') &&
    !isTest &&
    !/\/(table|store|reads)\.ts$/.test(path) &&
    /from 'drizzle-orm/.test(text) &&
    !/\/(set-up|enrol|grant|join)-/.test(path)
  ) {
    faults.push(`${path}: SQL belongs in store.ts or reads.ts`)
  }
  if (/\bT[O]DO\b|\bF[I]XME\b/.test(text))
    faults.push(`${path}: finish it or write an issue; no notes to oneself in the code`)
  return faults
}

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
  const faults = files
    .filter((path) => /\.(ts|tsx|mjs|sql)$/.test(path) && existsSync(path))
    .flatMap((path) => faultsOf(path, readFileSync(path, 'utf8')))
  for (const fault of faults) console.error(fault)
  process.exitCode = faults.length > 0 ? 1 : 0
}
