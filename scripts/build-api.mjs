/** Bundles the API, the command that sets a county up, and the sweep into one file each, so that no TypeScript is loaded at run time; npm packages stay outside. */
import { build } from 'esbuild'

await build({
  entryPoints: ['apps/api/src/main.ts', 'apps/api/src/county.ts', 'apps/api/src/sweep.ts'],
  outdir: 'apps/api/dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: true,
  logLevel: 'warning',
  plugins: [
    {
      name: 'npm packages stay outside',
      setup: (builder) =>
        builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
          kind === 'entry-point' || path.startsWith('@sidan/') ? undefined : { path, external: true },
        ),
    },
  ],
})
