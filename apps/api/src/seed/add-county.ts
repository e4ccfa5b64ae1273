/** A real county from its preset, with the one-time code by which its first keeper comes in. */
import { basename, dirname, join } from 'node:path'
import { loadPreset } from '@sidan/counties/load-preset'
import { CountyId } from '@sidan/types/ids'
import type { Preset } from '@sidan/types/preset'
import { rootFolder } from '../env.ts'
import { setUpCounty } from '../features/counties/set-up-county.ts'
import { type IssuedInvitation, issueInvitation } from '../features/roles/issue-invitation.ts'
import type { Crypto } from '../platform/crypto.ts'
import type { Database } from '../platform/db.ts'

class CountyError extends Error {
  override readonly name = 'CountyError'
}

/** A preset by its name, or by the path of a file of one's own; its list of divisions lies beside it. */
export const findPreset = (named: string): Preset =>
  named.endsWith('.yaml')
    ? loadPreset(dirname(named), basename(named, '.yaml'))
    : loadPreset(join(rootFolder, 'packages/counties/presets'), named)

/** Sets the county up and issues the code, both or neither. `owner` is a pool with the owner's login. Refuses a county that is there. */
export function addCounty(
  owner: Database,
  crypto: Crypto,
  preset: Preset,
  keeperName: string,
): Promise<IssuedInvitation> {
  return owner.inCounty(CountyId.parse(preset.county.code), async (tx) => {
    if (!(await setUpCounty(tx, preset)))
      throw new CountyError(
        `${preset.county.name} (${preset.county.code}) is here already; nothing was changed. A new code for its keeper: pnpm county:invite ${preset.county.code} <name>`,
      )
    return issueInvitation(tx, crypto, keeperName)
  })
}

/** Another code for a county keeper, when the first was lost or is over. */
export async function inviteKeeper(
  owner: Database,
  crypto: Crypto,
  code: number,
  keeperName: string,
): Promise<IssuedInvitation> {
  return owner.inCounty(await countyOf(owner, code), (tx) => issueInvitation(tx, crypto, keeperName))
}

/** The county of a code. Throws `CountyError` when there is none. */
export async function countyOf(owner: Database, code: number): Promise<CountyId> {
  const [county] = await owner.reference({
    text: 'select 1 from counties where county_id::text = $1',
    values: [`${code}`],
  })
  if (!county) throw new CountyError(`there is no county ${code} in this database`)
  return CountyId.parse(code)
}
