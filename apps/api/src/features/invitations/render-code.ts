/**
 * The code of an invitation is derived from its id and round, so that whoever may give the role is shown it as often as they ask, while only its hash is
 * kept: a renewal counts the round up, and the code before is worth nothing.
 */
import type { Crypto } from '../../platform/crypto.ts'
import { shortCodeOf } from '../../platform/short-code.ts'

/** 11 characters that cannot be guessed, and one that catches a slip of the finger. */
const codeLength = 12

/** The code of an invitation's round. */
export const renderCode = (crypto: Crypto, countyId: number, { id, round }: { id: string; round: number }): string =>
  shortCodeOf(crypto.deriveSecret('role-invitation', JSON.stringify([countyId, id, round])), codeLength)
