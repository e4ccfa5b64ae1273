import { describe, expect, test } from '@jest/globals'
import { keysFromSecret, makeCrypto, normalisePhone, randomToken, SealedValueError, sameSecret } from './crypto.ts'

const secret = 'a secret of at least thirty-two bytes'
const newer = 'another secret of thirty-two bytes or more'
const crypto = makeCrypto(keysFromSecret(secret))
const place = { countyId: 420882, table: 'people', column: 'phone_sealed', id: '0190a0e0-0000-7000-8000-000000000001' }
const phone = '13800138000'

const reasonOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof SealedValueError) return error.reason
    throw error
  }
  return 'opened'
}

describe('sealed columns', () => {
  test('open where they were sealed, whatever the text', () => {
    for (const text of ['', phone, '王阿姨，3 号楼 2 单元 🏠', 'x'.repeat(5000)]) {
      expect(crypto.open(crypto.seal(text, place), place)).toBe(text)
    }
  })

  test('never look alike twice and never show the text', () => {
    const [first, second] = [crypto.seal(phone, place), crypto.seal(phone, place)]
    expect(first.equals(second)).toBe(false)
    expect(first.includes(phone)).toBe(false)
  })

  test.each([
    ['county', { ...place, countyId: 420281 }],
    ['table', { ...place, table: 'order_texts' }],
    ['column', { ...place, column: 'address_sealed' }],
    ['row', { ...place, id: '0190a0e0-0000-7000-8000-000000000002' }],
  ])('do not open in another %s', (_what, elsewhere) => {
    const sealed = crypto.seal(phone, place)
    expect(reasonOf(() => crypto.open(sealed, elsewhere))).toBe('changed-or-moved')
  })

  test('do not open when parts of the place run into each other', () => {
    const sealed = crypto.seal(phone, { ...place, table: 'a', column: 'b|c' })
    expect(reasonOf(() => crypto.open(sealed, { ...place, table: 'a|b', column: 'c' }))).toBe('changed-or-moved')
  })

  test('refuse any changed byte', () => {
    const sealed = crypto.seal(phone, place)
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index)
      expect(reasonOf(() => crypto.open(changed, place))).toBe(index === 0 ? 'version-unknown' : 'changed-or-moved')
    }
    expect(reasonOf(() => crypto.open(sealed.subarray(0, -1), place))).toBe('changed-or-moved')
    expect(reasonOf(() => crypto.open(sealed.subarray(0, 28), place))).toBe('too-short')
  })

  test('the error carries nothing of the value', () => {
    const sealed = crypto.seal(phone, place)
    expect(() => crypto.open(sealed, { ...place, id: 'other' })).toThrow('sealed value does not open: changed-or-moved')
  })
})

describe('rotation', () => {
  const rotated = makeCrypto(keysFromSecret(newer, [secret]))

  test('opens what the older secret sealed and seals with the newer', () => {
    const old = crypto.seal(phone, place)
    expect(rotated.open(old, place)).toBe(phone)
    const fresh = rotated.seal(phone, place)
    expect([rotated.sealedVersion(old), rotated.sealedVersion(fresh)]).toEqual([1, 2])
    expect(rotated.open(fresh, place)).toBe(phone)
    expect(reasonOf(() => crypto.open(fresh, place))).toBe('version-unknown')
  })

  test('a value does not open by claiming another version', () => {
    const fresh = rotated.seal(phone, place)
    fresh.writeUInt8(1, 0)
    expect(reasonOf(() => rotated.open(fresh, place))).toBe('changed-or-moved')
  })
})

describe('keys', () => {
  test('a short secret is refused', () => {
    expect(() => keysFromSecret('short')).toThrow('shorter than 32 bytes')
    expect(() => keysFromSecret(newer, ['short'])).toThrow('shorter than 32 bytes')
  })

  test('are the same on every start and different per purpose and per secret', () => {
    expect(keysFromSecret(secret)).toEqual(keysFromSecret(secret))
    const { keys, blindIndexKey, deriveKey, tokenKey, signatureSeed, signingKey } = keysFromSecret(secret)
    const all = [keys[1], blindIndexKey, deriveKey, tokenKey, signatureSeed, signingKey, keysFromSecret(newer).keys[1]]
    expect(new Set(all.map((key) => key?.toString('hex'))).size).toBe(7)
    expect(all.every((key) => key?.length === 32)).toBe(true)
  })
})

describe('blind index', () => {
  test('finds the same phone however it was typed', () => {
    const index = (typed: string) => crypto.blindIndex(420882, 'phone', normalisePhone(typed)).toString('hex')
    const same = ['13800138000', '138 0013 8000', '+86 138-0013-8000', '008613800138000', '８６１３８００１３８０００']
    expect(new Set(same.map(index)).size).toBe(1)
    expect(index('13800138001')).not.toBe(index('13800138000'))
  })

  test('keeps the area code of a landline', () => {
    expect(normalisePhone('0724-7221234')).toBe('07247221234')
    expect(normalisePhone('+86 (0724) 722-1234')).toBe('07247221234')
  })

  test('tells nothing across counties, kinds or installations', () => {
    const own = crypto.blindIndex(420882, 'phone', phone)
    expect(own.equals(crypto.blindIndex(420281, 'phone', phone))).toBe(false)
    expect(own.equals(crypto.blindIndex(420882, 'openid', phone))).toBe(false)
    expect(own.equals(makeCrypto(keysFromSecret(newer)).blindIndex(420882, 'phone', phone))).toBe(false)
  })
})

describe('secrets and tokens', () => {
  test('a derived secret is the same each time and differs per purpose, id and installation', () => {
    const own = crypto.deriveSecret('slip', 'one')
    expect(own.equals(makeCrypto(keysFromSecret(secret)).deriveSecret('slip', 'one'))).toBe(true)
    for (const other of [
      crypto.deriveSecret('slip', 'two'),
      crypto.deriveSecret('door', 'one'),
      makeCrypto(keysFromSecret(newer)).deriveSecret('slip', 'one'),
    ]) {
      expect(own.equals(other)).toBe(false)
    }
  })

  test('tokens are never drawn twice, and their hash is not the token', () => {
    const tokens = Array.from({ length: 1000 }, () => randomToken(32))
    expect(new Set(tokens).size).toBe(1000)
    const [token = ''] = tokens
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(crypto.hashToken(token).equals(crypto.hashToken(token))).toBe(true)
    expect(crypto.hashToken(token).equals(Buffer.from(token, 'base64url'))).toBe(false)
  })

  test('comparing secrets takes both texts and bytes and refuses other lengths', () => {
    expect(sameSecret('abc', Buffer.from('abc'))).toBe(true)
    expect(sameSecret('abc', 'abd')).toBe(false)
    expect(sameSecret('abc', 'abcd')).toBe(false)
  })
})
