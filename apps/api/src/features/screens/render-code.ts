import { type RotatingCodes, stepOf } from '@sidan/types/rotating-codes'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { sealOf } from '../../platform/short-code.ts'

/** Who shows codes: the unit whose key makes them, and the short code that stands in them. */
export interface Shower {
  unitId: string
  shortCode: string
}

/** Makes the macs of a batch. The key is the unit's: derived each time, and kept nowhere. */
export function renderer(crypto: Crypto, countyId: number, { unitId, shortCode }: Shower, batch: number) {
  const key = crypto.deriveSecret('rotating-code', `${countyId}:${unitId}`)
  const prefix = `v1.${countyId}.${shortCode}.${batch}`
  return { prefix, mac: (step: number) => sealOf(key, `${prefix}.${step}`) }
}

/** The codes of so many steps from now on. */
export function renderCodes(tx: Tx, crypto: Crypto, shower: Shower, steps: number): RotatingCodes {
  const firstStep = stepOf(tx.now)
  const { prefix, mac } = renderer(crypto, tx.countyId, shower, firstStep)
  return { prefix, firstStep, macs: Array.from({ length: steps }, (_none, index) => mac(firstStep + index)) }
}
