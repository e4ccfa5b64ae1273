/** Drawing short codes; how they are read and written is shared with the client (types/short-codes). */
import { createHmac, randomInt } from 'node:crypto'
import { shortCodeAlphabet, withCheckCharacter } from '@sidan/types/short-codes'

/** A short code of `length` characters made of derived bytes (platform/crypto): the same bytes, the same code. */
export const shortCodeOf = (bytes: Uint8Array, length: number): string =>
  withCheckCharacter(Array.from(bytes.subarray(0, length - 1), (byte) => shortCodeAlphabet.charAt(byte & 31)).join(''))

/** A random short code of `length` characters, the last one its check character. Uniqueness is the table's to enforce: draw again when taken. */
export function makeShortCode(length: number): string {
  return withCheckCharacter(Array.from({ length: length - 1 }, () => shortCodeAlphabet.charAt(randomInt(32))).join(''))
}

const sealBytes = 10
const sealCharacters = (sealBytes * 8) / 5

/** What only who has the key can write under a text: 80 bits of its HMAC, as sixteen characters of five bits. */
export function sealOf(key: Buffer, text: string): string {
  const bytes = createHmac('sha256', key).update(text).digest().subarray(0, sealBytes)
  const bits = BigInt(`0x${bytes.toString('hex')}`)
  const at = (place: number) => Number((bits >> BigInt(5 * (sealCharacters - 1 - place))) & 31n)
  return Array.from({ length: sealCharacters }, (_none, place) => shortCodeAlphabet.charAt(at(place))).join('')
}
