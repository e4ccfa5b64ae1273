/** jest globalSetup: builds the mini-program when what is in `dist/weapp` is missing or older than the sources. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

export default () => {
  const root = join(__dirname, '../../..')
  execFileSync(process.execPath, ['scripts/build-app.mjs', 'weapp'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
