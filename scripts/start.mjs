/** `pnpm start`: builds, then runs the program in this process, so that signals reach it. */
import './build-api.mjs'

await import('../apps/api/dist/main.js')
