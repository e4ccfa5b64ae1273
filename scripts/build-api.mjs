/**
 * Bundles the API, the command that sets a county up, and the sweep into one file each, so that no TypeScript is loaded at run time; npm packages stay outside.
 * Each file is put in place when it is whole: another program may be starting from it.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { build } from 'esbuild'

const { outputFiles } = await build({
  entryPoints: ['apps/api/src/main.ts', 'apps/api/src/county.ts', 'apps/api/src/sweep.ts'],
  outdir: 'apps/api/dist',
  bundle: true,
  write: false,
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
for (const { path, contents } of outputFiles) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.${process.pid}`, contents)
  renameSync(`${path}.${process.pid}`, path)
}
