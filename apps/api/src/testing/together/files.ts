/**
 * The tests of features for a run of all of them, in as many parts as there are files beside this one. A part loads the program once for its tests, which each
 * do for themselves when they run alone: that is a third of what they cost. Every test has its database and its app as ever.
 */
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe } from '@jest/globals'

const here = dirname(fileURLToPath(import.meta.url))
const features = join(here, '../../features')
const load = createRequire(import.meta.url)

/** Holds the tests of one part, counted from 1. */
export function together(part: number): void {
  const parts = readdirSync(here).filter((name) => name.startsWith('part-')).length
  const files = readdirSync(features, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
  for (const file of files.filter((_, no) => no % parts === part - 1))
    describe(file, () => {
      load(join(features, file))
    })
}
