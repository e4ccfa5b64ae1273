/** `pnpm county:add`, `county:invite` and `county:recount`: builds what changed, then runs the command in this process. */
import './build-api.mjs'

await import('../apps/api/dist/county.js')
