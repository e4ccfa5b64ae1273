import type { Crypto } from '../../platform/crypto.ts'
import { normalisePhone } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'

/** Saves or forgets (null) the address and phone the next order is prefilled with, and the home station. Sealed; the phone also as a blind index. */
export async function saveContact(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  input: { address?: string | null | undefined; phone?: string | null | undefined; homeStationId?: string | undefined },
): Promise<void> {
  const seal = (column: string, text: string | null | undefined) =>
    text ? crypto.seal(text, { countyId: tx.countyId, table: 'people', column, id: actor.personId }) : null
  if (input.homeStationId !== undefined) {
    const [station] = await tx.rows({
      name: 'people.station',
      text: `select 1 from units where county_id = $1 and id = $2 and tier = 'station' and active`,
      values: [tx.countyId, input.homeStationId],
    })
    if (!station) refuse('not-found')
  }
  await tx.rows({
    name: 'people.contact',
    text: `update people set
        address_sealed = case when $3 then $4 else address_sealed end,
        phone_sealed = case when $5 then $6 else phone_sealed end,
        phone_index = case when $5 then $7 else phone_index end,
        home_station_id = coalesce($8, home_station_id)
      where county_id = $1 and id = $2`,
    values: [
      tx.countyId,
      actor.personId,
      input.address !== undefined,
      seal('address_sealed', input.address),
      input.phone !== undefined,
      seal('phone_sealed', input.phone),
      input.phone ? crypto.blindIndex(tx.countyId, 'phone', normalisePhone(input.phone)) : null,
      input.homeStationId ?? null,
    ],
  })
}
