/** Builds the app for one target and holds it to its size: weapp main ≤ 600 KB and each subpackage ≤ 400 KB, H5 first load ≤ 220 KB gzipped. Builds only what changed. */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const target = process.argv[2] ?? 'h5'
const app = 'apps/miniprogram'
const out = join(app, 'dist', target)
const stamp = join(app, 'dist', `${target}.built`)

const sources = execFileSync(
  'git',
  ['ls-files', '-co', '--exclude-standard', app, 'packages/types/src', 'pnpm-lock.yaml'],
  { encoding: 'utf8' },
)
  .trim()
  .split('\n')
  .sort() // git lists untracked files first: committing one changes nothing here
const hash = createHash('sha256')
for (const file of sources.filter((name) => existsSync(name))) hash.update(file).update(readFileSync(file))
const now = hash.digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== now) {
  console.log(`building the app for ${target}, this takes a minute`)
  const { status, stdout, stderr } = spawnSync('pnpm', ['exec', 'taro', 'build', '--type', target], {
    cwd: app,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0 || !existsSync(join(out, target === 'h5' ? 'index.html' : 'app.json'))) {
    console.error(stdout, stderr)
    process.exit(1)
  }
  writeFileSync(stamp, now)
}

const files = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((name) => statSync(name).isFile())
const bytes = (names) => names.reduce((sum, name) => sum + statSync(name).size, 0)
const sizes = []
if (target === 'weapp') {
  const { subPackages = [], subpackages = subPackages } = JSON.parse(readFileSync(join(out, 'app.json'), 'utf8'))
  const roots = subpackages.map((row) => row.root.replace(/\/$/, ''))
  const all = files(out)
  const inside = (root) => all.filter((name) => name.startsWith(`${join(out, root)}/`))
  sizes.push({
    package: 'main',
    bytes: bytes(all.filter((name) => !roots.some((root) => name.startsWith(`${join(out, root)}/`)))),
    budget: 600 * 1024,
  })
  for (const root of roots) sizes.push({ package: root, bytes: bytes(inside(root)), budget: 400 * 1024 })
} else {
  // Of every page: what index.html names, and the files that the page's import waits for. The heaviest counts: people come by links, too.
  const html = readFileSync(join(out, 'index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\/((?:js|css)\/[^"]+)"/g)].map(([, name]) => name)
  const zipped = (names) => names.reduce((sum, name) => sum + gzipSync(readFileSync(join(out, name))).length, 0)
  const scripts = readdirSync(join(out, 'js'))
  const program = scripts
    .filter((name) => name.startsWith('app.'))
    .map((name) => readFileSync(join(out, 'js', name), 'utf8'))
    .join('')
  const names = new Map([...program.matchAll(/"?(\d+)"?:"([a-z-]+)"/g)].map(([, id, name]) => [id, name]))
  const fileOf = (id) => scripts.find((name) => name.startsWith(`${names.get(id) ?? id}.`))
  const pages = [...program.matchAll(/Promise\.all\(\[((?:\w\.e\(\d+\),?)+)\]\)/g)].map(([, loads]) =>
    // One without a file of its own is named by index.html.
    [...loads.matchAll(/\d+/g)].flatMap(([id]) => fileOf(id) ?? []).map((name) => `js/${name}`),
  )
  if (pages.length < 20) throw new Error('the pages of the build are not found in app.js')
  sizes.push({
    package: 'first load, gzip',
    bytes: zipped(named) + Math.max(...pages.map(zipped)),
    budget: 220 * 1024,
  })
}
for (const size of sizes) console.log(JSON.stringify(size))
process.exitCode = sizes.some((size) => size.bytes > size.budget) ? 1 : 0
