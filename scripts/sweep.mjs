/** `pnpm sweep`: builds what changed, then asks every check of every county and prints what it found as JSON; ends with 1 when anything differs. */
import './build-api.mjs'

await import('../apps/api/dist/sweep.js')
