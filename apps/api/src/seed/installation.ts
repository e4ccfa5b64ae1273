/**
 * What this database is. A demo is made only in an empty database and marks it for ever; a real county's can never become one, and a demo's is never
 * served as a real one.
 */
import { join } from 'node:path'
import { loadPreset, presetNames } from '@sidan/counties/load-preset'
import { CountyId } from '@sidan/types/ids'
import { stationPath } from '@sidan/types/scans'
import { rootFolder } from '../env.ts'
import { setUpCounty } from '../features/counties/set-up-county.ts'
import type { Crypto } from '../platform/crypto.ts'
import { openDatabase } from '../platform/db.ts'
import { whileLocked } from '../platform/lock.ts'
import type { DatabaseUrls } from '../platform/migrate.ts'
import { withMemberCount } from './affiliations.ts'
import { forgetUnfinishedCounty } from './forget-county.ts'
import { tellStory } from './tell-story.ts'
import type { StoryClock } from './telling.ts'

export interface Installation {
  demo: boolean
  /** What to print for who opens a demo. */
  lines(origin: string): string[]
}

class InstallationError extends Error {
  override readonly name = 'InstallationError'
}

const holdsReal = 'DEMO=1 needs an empty database or one made as a demo; this one holds a real county'

/** Marks an empty database and fills a demo; refuses when what is asked for and what the database is do not agree. */
export async function prepareInstallation({
  urls,
  crypto,
  demo,
}: {
  urls: DatabaseUrls
  crypto: Crypto
  demo: boolean
}): Promise<Installation> {
  const clock: StoryClock = { now: new Date() }
  const owner = openDatabase({ url: urls.owner, maxConnections: 1, clock: () => clock.now })
  try {
    const findMark = () => owner.reference<{ demo: boolean }>({ text: 'select demo from installation' })
    const [before] = await findMark()
    const [county] = await owner.reference({ text: 'select 1 from counties limit 1' })
    if (demo && !before && county) throw new InstallationError(holdsReal)
    await owner.reference({
      text: 'insert into installation ("only", demo, created_at) values (true, $1, now()) on conflict do nothing',
      values: [demo],
    })
    // Read again: of two programs that start at once in an empty database the first says what it is.
    const [mark] = await findMark()
    if (demo && !mark?.demo) throw new InstallationError(holdsReal)
    if (!demo && mark?.demo)
      throw new InstallationError('this database is a demo: start it with DEMO=1, or use another for a real county')
    // Two that start at once do not tell the same story: the second waits and finds it told.
    if (demo) await whileLocked(urls.owner, storyLock, () => fillDemo(urls, owner, clock, crypto))
    return { demo, lines: await linesOf(owner, demo) }
  } finally {
    await owner.end()
  }
}

const storyLock = 420_882_130_901

/** Tells each county's story that was not told to the end: a start that was killed in the middle leaves no county without one. */
async function fillDemo(
  urls: DatabaseUrls,
  owner: ReturnType<typeof openDatabase>,
  clock: StoryClock,
  crypto: Crypto,
): Promise<void> {
  const folder = join(rootFolder, 'packages/counties/presets')
  const db = openDatabase({ url: urls.api, maxConnections: 2, clock: () => clock.now })
  try {
    for (const name of presetNames(folder)) {
      const preset = withMemberCount(loadPreset(folder, name))
      const countyId = CountyId.parse(preset.county.code)
      const [county] = await owner.reference<{ told: boolean }>({
        text: 'select story_told_at is not null as told from counties where county_id = $1',
        values: [countyId],
      })
      if (county?.told) continue
      if (county) await forgetUnfinishedCounty(owner, countyId)
      await owner.inCounty(countyId, (tx) => setUpCounty(tx, preset))
      await tellStory({ db, clock, crypto, preset, countyId })
      await owner.reference({
        text: 'update counties set story_told_at = now() where county_id = $1',
        values: [countyId],
      })
    }
  } finally {
    await db.end()
  }
}

async function linesOf(owner: ReturnType<typeof openDatabase>, demo: boolean): Promise<Installation['lines']> {
  if (!demo) return () => []
  const counties = await owner.reference<{ county_id: number; name: string }>({
    text: 'select county_id, name from counties order by county_id desc',
  })
  const found: { name: string; path: string; people: string[] }[] = []
  for (const { county_id, name } of counties) {
    const rows = await owner.inCounty(CountyId.parse(county_id), (tx) =>
      tx.rows<{ short_code: string; display_name: string; demo_line: string }>({
        text: `select u.short_code, p.display_name, p.demo_line from people p join units u on u.county_id = p.county_id and u.id = p.home_station_id
          where p.county_id = $1 and p.demo_line is not null order by p.id`,
        values: [county_id],
      }),
    )
    found.push({
      name,
      path: stationPath(county_id, rows[0]?.short_code ?? ''),
      people: rows.map((row) => `${row.display_name} — ${row.demo_line}`),
    })
  }
  return (origin) =>
    found.flatMap(({ name, path, people }) => [`${name}: ${origin}${path}`, ...people.map((line) => `  ${line}`)])
}
