/** The counties that tests begin with: set up once for a whole run, and copied with their database for every test file. */
import { join } from 'node:path'
import { loadPreset } from '@sidan/counties/load-preset'
import { CountyId } from '@sidan/types/ids'
import { rootFolder } from '../env.ts'
import { setUpCounty } from '../features/counties/set-up-county.ts'
import { openDatabase } from '../platform/db.ts'
import type { DatabaseUrls } from '../platform/migrate.ts'
import { type Cast, enrolCast, findStage, type Stage } from '../seed/cast.ts'

/** The moment at which every test begins. */
export const testStart = new Date('2026-11-24T02:00:00Z')

/** A county of a preset with its people and the places of its story. */
export interface SetUp {
  countyId: CountyId
  cast: Cast
  stage: Stage
}

/** Presets in the order in which templates of the database take them: a test has the first, or both. */
export const testPresets = ['jingshan', 'daye'] as const

/** Sets the county of a preset up in a database that does not have it. */
export async function setUpTestCounty(urls: DatabaseUrls, name: string): Promise<SetUp> {
  const preset = loadPreset(join(rootFolder, 'packages/counties/presets'), name)
  const countyId = CountyId.parse(preset.county.code)
  const logins = { maxConnections: 1, clock: () => testStart }
  const owner = openDatabase({ url: urls.owner, ...logins })
  const db = openDatabase({ url: urls.api, ...logins })
  try {
    await owner.inCounty(countyId, (tx) => setUpCounty(tx, preset))
    return await db.inCounty(countyId, async (tx) => {
      const stage = await findStage(tx, preset)
      return { countyId, stage, cast: await enrolCast(tx, preset, stage) }
    })
  } finally {
    await owner.end()
    await db.end()
  }
}
