import { civilDay } from '@sidan/types/civil'
import type { Role } from '@sidan/types/roles'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { insertGrant } from './store.ts'

/** Gives somebody a role on a unit from today on; used in setting a county up. Returns the grant's id. */
export async function grantRole(tx: Tx, grant: { personId: string; role: Role; unitId: string }): Promise<string> {
  const id = newId()
  await insertGrant(tx, { ...grant, id, fromDay: civilDay(tx.now), grantedById: null })
  return id
}
