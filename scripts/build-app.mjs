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
  // What the page itself names, what several pages share, the heaviest page and the heaviest area: no first page loads more.
  const page = readFileSync(join(out, 'index.html'), 'utf8')
  const named = [...page.matchAll(/(?:src|href)="\/((?:js|css)\/[^"]+)"/g)].map(([, name]) => join(out, name))
  const zipped = (name) => gzipSync(readFileSync(name)).length
  const later = files(join(out, 'js')).filter((name) => name.endsWith('.js') && !named.includes(name))
  const shared = later.filter((name) => /\/shared\./.test(name))
  const areas = later.filter((name) => /\/area-/.test(name))
  const pages = later.filter((name) => !shared.includes(name) && !areas.includes(name))
  const heaviest = (names) => Math.max(0, ...names.map(zipped))
  sizes.push({
    package: 'first load, gzip',
    bytes: [...named, ...shared].map(zipped).reduce((sum, size) => sum + size, 0) + heaviest(pages) + heaviest(areas),
    budget: 220 * 1024,
  })
}
for (const size of sizes) console.log(JSON.stringify(size))
process.exitCode = sizes.some((size) => size.bytes > size.budget) ? 1 : 0
