/** `pnpm start`: builds what changed, then runs the program in this process, so that signals reach it. */
import { execFileSync } from 'node:child_process'
import './build-api.mjs'

execFileSync(process.execPath, ['scripts/build-app.mjs', 'h5'], { stdio: 'inherit' })
await import('../apps/api/dist/main.js')
