/** How much random tests do: `pnpm test` is short, `pnpm test:long` does at least twenty times as much. */
export const isLong = process.env['SIDAN_TEST_SIZE'] === 'long'

/** So many in a short run, twenty times as many in a long one. */
export const runsOf = (short: number): number => (isLong ? short * 20 : short)

/** How long random stories may take before no new one is begun: a slow machine tells fewer of them, and a long run all. */
export const storiesMs = isLong ? 86_400_000 : 75_000
