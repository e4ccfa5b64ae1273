import type { ClockEvent } from '@sidan/types/clock'
import { readScan } from '@sidan/types/scans'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { verifyCode } from '../screens/verify-code.ts'
import type { Code } from './rules.ts'

/** What may be scanned for an order or a shift. */
export interface Codes {
  /** Printed on the wall of the units where it happens. */
  walls: string[]
  /** The recipient's, at an order. */
  service: string | undefined
  /** Whose screens show rotating codes for it. */
  unitIds: string[]
}

type Scanned = Pick<ClockEvent, 'scanned' | 'orderId' | 'shiftId'>

/** What the code of an event proves, or what is wrong with it. */
export async function readCode(tx: Tx, crypto: Crypto, actorId: string, event: Scanned, codes: Codes): Promise<Code> {
  const scan = readScan(event.scanned)
  if (scan?.kind === 'rotating') {
    const seen = await verifyCode(tx, crypto, scan)
    if (typeof seen === 'string') return { codeKind: 'rotating-code', codeFault: seen }
    const onPhone = seen.shownById !== null
    const fits = onPhone
      ? seen.shiftId === (event.shiftId ?? null) && seen.orderId === (event.orderId ?? null)
      : codes.unitIds.includes(seen.unitId)
    const codeFault = !fits ? 'code-of-other-place' : seen.shownById === actorId ? 'own-code' : undefined
    return { codeKind: 'rotating-code', codeFault, codeAt: seen.codeAt, screenId: seen.screenId }
  }
  const fault = (fits: boolean) => (fits ? undefined : ('code-of-other-place' as const))
  if (scan?.kind === 'service') return { codeKind: 'service-code', codeFault: fault(scan.code === codes.service) }
  if (scan?.kind !== 'station') return { codeKind: 'none', codeFault: 'code-unknown' }
  const here = scan.countyId === null || scan.countyId === tx.countyId
  return { codeKind: 'station-code', codeFault: fault(here && codes.walls.includes(scan.code)) }
}
