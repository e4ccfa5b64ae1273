import { createHmac } from 'node:crypto'
import { type RotatingCodes, stepOf } from '@sidan/types/rotating-codes'
import { shortCodeAlphabet } from '@sidan/types/short-codes'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'

/** Who shows codes: the unit whose key makes them, and the short code that stands in them. */
export interface Shower {
  unitId: string
  shortCode: string
}

const macBytes = 10
const macCharacters = (macBytes * 8) / 5

/** The first ten bytes as sixteen characters of five bits. */
function written(bytes: Buffer): string {
  const bits = BigInt(`0x${bytes.subarray(0, macBytes).toString('hex')}`)
  const at = (place: number) => Number((bits >> BigInt(5 * (macCharacters - 1 - place))) & 31n)
  return Array.from({ length: macCharacters }, (_none, place) => shortCodeAlphabet.charAt(at(place))).join('')
}

/** Makes the macs of a batch. The key is the unit's: derived each time, and kept nowhere. */
export function renderer(crypto: Crypto, countyId: number, { unitId, shortCode }: Shower, batch: number) {
  const key = crypto.deriveSecret('rotating-code', `${countyId}:${unitId}`)
  const prefix = `v1.${countyId}.${shortCode}.${batch}`
  return { prefix, mac: (step: number) => written(createHmac('sha256', key).update(`${prefix}.${step}`).digest()) }
}

/** The codes of so many steps from now on. */
export function renderCodes(tx: Tx, crypto: Crypto, shower: Shower, steps: number): RotatingCodes {
  const firstStep = stepOf(tx.now)
  const { prefix, mac } = renderer(crypto, tx.countyId, shower, firstStep)
  return { prefix, firstStep, macs: Array.from({ length: steps }, (_none, index) => mac(firstStep + index)) }
}
