import { startOfStep } from '@sidan/types/rotating-codes'
import type { RotatingScan } from '@sidan/types/scans'
import { type Crypto, sameSecret } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { renderer } from './render-code.ts'
import { provesNothing } from './rules.ts'
import { findByShortCode } from './store.ts'

/** What a rotating code proves: this screen was seen in that step. */
export interface SeenScreen {
  screenId: string
  unitId: string
  /** What a phone shows codes for; both null on a wall. */
  shiftId: string | null
  orderId: string | null
  /** On whose phone; null on a wall. */
  shownById: string | null
  codeAt: Date
}

/** Reads a rotating code, or says what is wrong with it. */
export async function verifyCode(
  tx: Tx,
  crypto: Crypto,
  scan: RotatingScan,
): Promise<SeenScreen | 'code-of-other-place' | 'code-made-up' | 'code-revoked'> {
  if (scan.countyId !== tx.countyId) return 'code-of-other-place'
  const screen = await findByShortCode(tx, scan.screen)
  if (!screen) return 'code-made-up'
  const { mac } = renderer(crypto, tx.countyId, screen, scan.batch)
  if (!sameSecret(mac(scan.step), scan.mac)) return 'code-made-up'
  const codeAt = startOfStep(scan.step)
  if (provesNothing(screen, codeAt)) return 'code-revoked'
  const { screenId, unitId, shiftId, orderId, kind, byId } = screen
  return { screenId, unitId, shiftId, orderId, shownById: kind === 'phone' ? byId : null, codeAt }
}
