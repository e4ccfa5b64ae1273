/** Who may import whom: the rules of .dependency-cruiser.cjs, and no circles among features. Says what to do instead. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cruise } from 'dependency-cruiser'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { circleDebts, importDebts } from './debts.mjs'

const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')
const roots = ['packages', 'apps/api/src', 'apps/miniprogram/src']

/** Every import against the rules: `{key: 'rule: from → to', why}`. `folder` is a workspace laid out like this one. */
export async function importFaults(folder) {
  const { enhancedResolveOptions, tsConfig, ...rest } = options
  const { output } = await cruise(
    roots.filter((root) => existsSync(resolve(folder, root))),
    { ...rest, baseDir: resolve(folder), ruleSet: { forbidden }, validate: true },
    enhancedResolveOptions,
    { tsConfig: extractTsConfig(resolve(tsConfig.fileName)) },
  )
  const why = new Map(forbidden.map((rule) => [rule.name, rule.comment]))
  const faults = output.summary.violations.map(({ rule, from, to }) => ({
    key: `${rule.name}: ${from} → ${to}`,
    why: why.get(rule.name),
  }))
  return { faults, circles: circlesOf(output.modules), modules: output.modules.length }
}

/** Groups of features that reach each other. Foreign keys (table.ts → table.ts) are a graph of their own, kept acyclic file by file. */
function circlesOf(modules) {
  const place = (path) => /^apps\/api\/src\/features\/([^/]+)\/(.+)$/.exec(path)?.slice(1) ?? []
  const next = new Map()
  for (const { source, dependencies } of modules) {
    const [from, file] = place(source)
    if (!from || file.endsWith('.test.ts')) continue
    for (const { resolved } of dependencies) {
      const [to, target] = place(resolved)
      if (!to || to === from || (file === 'table.ts' && target === 'table.ts')) continue
      next.set(from, (next.get(from) ?? new Set()).add(to))
    }
  }
  const reached = new Map([...next.keys()].map((noun) => [noun, reach(next, noun)]))
  const circle = (noun) =>
    [...reached.keys()].filter((other) => reached.get(noun).has(other) && reached.get(other).has(noun))
  const circles = [...reached.keys()]
    .filter((noun) => reached.get(noun).has(noun))
    .map((noun) => circle(noun).sort().join(' ↔ '))
  return [...new Set(circles)].sort()
}

function reach(next, start) {
  const seen = new Set()
  const waiting = [...(next.get(start) ?? [])]
  for (let noun = waiting.pop(); noun !== undefined; noun = waiting.pop()) {
    if (seen.has(noun)) continue
    seen.add(noun)
    waiting.push(...(next.get(noun) ?? []))
  }
  return seen
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { faults, circles, modules } = await importFaults('.')
  const keys = new Set(faults.map((fault) => fault.key))
  const lines = [
    ...faults.filter(({ key }) => !importDebts.includes(key)).map(({ key, why }) => `${key}\n    ${why}`),
    ...circles
      .filter((circle) => !circleDebts.includes(circle))
      .map(
        (circle) =>
          `features in a circle: ${circle}\n    Move what both need into a feature below both, or pass it in.`,
      ),
    ...importDebts.filter((key) => !keys.has(key)).map((key) => `mended, take it out of scripts/debts.mjs: ${key}`),
    ...circleDebts
      .filter((key) => !circles.includes(key))
      .map((key) => `mended, take it out of scripts/debts.mjs: ${key}`),
  ]
  for (const line of lines) console.error(line)
  console.log(`${modules} modules, ${importDebts.length + circleDebts.length} known debts`)
  process.exitCode = lines.length > 0 ? 1 : 0
}
