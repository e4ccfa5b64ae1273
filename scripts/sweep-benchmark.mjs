/** `pnpm bench:sweep [short|long]`: fills a database of its own with 50,000 or 1,000,000 ledger entries, sweeps it and prints how long that took as JSON. */
import { tsImport } from 'tsx/esm/api'

const [size = 'short'] = process.argv.slice(2)
if (size !== 'short' && size !== 'long') {
  process.stderr.write('pnpm bench:sweep [short|long]\n')
  process.exit(2)
}
const { benchmarkSweep } = await tsImport('../apps/api/src/testing/sweep-benchmark.ts', import.meta.url)
process.stdout.write(`${JSON.stringify({ size, ...(await benchmarkSweep(size)) }, null, 2)}\n`)
process.exit()
