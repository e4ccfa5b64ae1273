/**
 * Short codes: what people say on the phone, read off a wall or type from a slip, e.g. `7K2M-9X`.
 *
 * Crockford's base 32 (no I, L, O, U) with a check character at the end. The check is a sum over the field of 32 elements in which each position
 * weighs differently, so that any one wrong character and any two swapped characters are noticed, however far apart; a random wrong code
 * passes once in 32 times, which is why a code is always looked up as well.
 *
 * Stored and sent without the hyphen; people may type lower case, spaces, hyphens, O for 0, I or L for 1.
 */
import * as z from 'zod/mini'

export const shortCodeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const pattern = /^[0-9A-HJKMNP-TV-Z]{4,12}$/

// Multiplies by x in GF(32) = GF(2)[x] / (x^5 + x^2 + 1), where the powers of x run through all 31 non-zero elements.
const timesX = (value: number) => (value & 16 ? ((value << 1) & 31) ^ 5 : value << 1)
const weighted = (text: string) =>
  Array.from(text).reduce((sum, character) => timesX(sum) ^ shortCodeAlphabet.indexOf(character), 0)

/** Appends the check character to characters of the alphabet. */
export const withCheckCharacter = (characters: string): string =>
  characters + shortCodeAlphabet.charAt(timesX(weighted(characters)))

/** Reads what a person typed: the code as it is stored, or null when it cannot be one. */
export function parseShortCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐‑–—－·.]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return pattern.test(code) && weighted(code) === 0 ? code : null
}

/** As people read it: groups of four, `7K2M-9X`. */
export const formatShortCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/** A short code as it is stored and sent. */
export const ShortCode = z
  .string()
  .check(z.refine((code) => parseShortCode(code) === code, { error: 'not a short code or mistyped' }))
