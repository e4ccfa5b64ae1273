import { parseShortCode } from '@sidan/types/short-codes'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { lockRequest } from './store.ts'

/** The open request of a typed code. Refuses guardian-code-unknown. */
export async function openRequest(
  tx: Tx,
  crypto: Crypto,
  typed: string,
): Promise<{ id: string; minorId: string; minorName: string }> {
  const code = parseShortCode(typed)
  const request = code === null ? undefined : await lockRequest(tx, crypto.hashToken(code))
  return request ?? refuse('guardian-code-unknown')
}
