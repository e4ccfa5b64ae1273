/** `pnpm dev`: the API restarts and the page at port 8081 is drawn anew whenever a file is saved; both stop together. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

// The API refuses to start without a built app.
if (!existsSync('apps/miniprogram/dist/h5/index.html')) {
  const { status } = spawnSync(process.execPath, ['scripts/build-app.mjs', 'h5'], { stdio: 'inherit' })
  if (status !== 0) process.exit(1)
}

const env = { ...process.env, PATH: `${process.cwd()}/node_modules/.bin:${process.env.PATH}` }
const children = [
  spawn('tsx', ['watch', '--clear-screen=false', 'apps/api/src/main.ts'], { stdio: 'inherit', env }),
  spawn('pnpm', ['exec', 'taro', 'build', '--type', 'h5', '--watch'], {
    cwd: 'apps/miniprogram',
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  }),
]
const stop = (signal) => {
  for (const child of children) child.kill(signal)
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(signal))
for (const child of children) child.on('exit', () => stop('SIGTERM'))
