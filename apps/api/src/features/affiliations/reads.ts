import type { Affiliation, MyAffiliation } from '@sidan/types/affiliations'
import { currentNotice } from '@sidan/types/consent-notices'
import type { UnitRef } from '@sidan/types/organisation'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { policyOf } from '../policy/reads.ts'
import { findAffiliation } from './store.ts'

/** What somebody registered, with the names of today. */
export async function readAffiliation(tx: Tx, crypto: Crypto, personId: string): Promise<Affiliation | null> {
  const held = await findAffiliation(tx, crypto, personId)
  if (!held) return null
  const units = await tx.rows<UnitRef>({
    name: 'affiliations.names',
    text: 'select id as "unitId", name, tier from units where county_id = $1 and id in ($2, $3)',
    values: [tx.countyId, held.departmentId, held.stationId],
  })
  const named = (id: string) => units.find(({ unitId }) => unitId === id) ?? refuse('internal-error')
  return {
    department: named(held.departmentId),
    station: named(held.stationId),
    noticeVersion: held.noticeVersion,
    registeredAt: held.registeredAt,
  }
}

/** Whether the county has 双报到, and what the caller registered. */
export async function readMyAffiliation(
  tx: Tx,
  who: { personId: string; policyVersion: number },
  crypto: Crypto,
): Promise<MyAffiliation> {
  const { dualAffiliation } = (await policyOf(tx, who.policyVersion)).people
  return {
    offered: dualAffiliation !== null,
    noticeVersion: currentNotice('partyMembership'),
    affiliation: await readAffiliation(tx, crypto, who.personId),
  }
}
