import { benefitPrefix, benefitSteps, typedMac } from '@sidan/types/benefit-codes'
import { type RotatingCodes, stepOf } from '@sidan/types/rotating-codes'
import type { BenefitScan } from '@sidan/types/scans'
import { type Crypto, sameSecret } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { sealOf } from '../../platform/short-code.ts'

/** Whose code it is, and what for. */
export interface CodeOf {
  volunteerNo: string
  benefit: string
}

/** Makes the macs of a volunteer's codes. The key is the county's: derived each time, and kept nowhere. */
function renderer(crypto: Crypto, countyId: number, { volunteerNo, benefit }: CodeOf) {
  const key = crypto.deriveSecret('benefit-code', String(countyId))
  const prefix = benefitPrefix(countyId, volunteerNo, benefit)
  return { prefix, mac: (step: number) => sealOf(key, `${prefix}.${step}`) }
}

/** The codes of the next ten minutes. */
export function renderBenefitCodes(tx: Tx, crypto: Crypto, of: CodeOf): RotatingCodes {
  const firstStep = stepOf(tx.now)
  const { prefix, mac } = renderer(crypto, tx.countyId, of)
  return { prefix, firstStep, macs: Array.from({ length: benefitSteps }, (_none, index) => mac(firstStep + index)) }
}

/** Whether this code was made here, for what it says. */
export const isGenuine = (tx: Tx, crypto: Crypto, scan: BenefitScan): boolean =>
  scan.countyId === tx.countyId && sameSecret(renderer(crypto, tx.countyId, scan).mac(scan.step), scan.mac)

/** What typed digits are the code of, among these benefits and steps. */
export function findTyped(
  tx: Tx,
  crypto: Crypto,
  digits: string,
  among: { benefits: readonly string[]; steps: readonly number[] },
): (CodeOf & { step: number }) | undefined {
  const volunteerNo = `${tx.countyId}${digits.slice(0, -6)}`
  for (const benefit of among.benefits) {
    const { mac } = renderer(crypto, tx.countyId, { volunteerNo, benefit })
    const step = among.steps.find((one) => sameSecret(typedMac(mac(one)), digits.slice(-6)))
    if (step !== undefined) return { volunteerNo, benefit, step }
  }
  return undefined
}
