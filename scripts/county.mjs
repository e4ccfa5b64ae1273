/** `pnpm county:add` and `pnpm county:invite`: builds what changed, then runs the command in this process. */
import './build-api.mjs'

await import('../apps/api/dist/county.js')
