/**
 * Keys and what they protect.
 *
 * One secret of the installation (`SIDAN_SECRET`) feeds HKDF-SHA256, which makes a key per purpose; none of them is stored.
 *
 *   sealed columns   AES-256-GCM: version byte | iv (12) | tag (16) | ciphertext. The place a value belongs to (county, table, column, id) is
 *                    authenticated with it, so a sealed value copied to another row, column or county does not open.
 *   blind index      HMAC of a normalised value per county and kind: equal values are found without being readable, never across counties.
 *   derived secrets  HMAC of purpose and id: a secret that can be shown again and checked, yet is stored nowhere.
 *   token hashes     HMAC of a random token: the table of tokens is worth nothing to whoever steals it.
 *   signatures       Ed25519 (signatures.ts): what was signed is checked by anybody who has the public key.
 *
 * Rotation: a new secret takes the next version, the older ones still open what they sealed. A sweep seals again and computes blind indexes anew;
 * derived secrets and tokens made under the older secret end with it. Signatures stand: whoever keeps signed texts keeps the public key with them.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { makeSigner, type Signer } from './signatures.ts'

/** Where a sealed value lives. `table` and `column` are the database's names, `id` the row's id. */
export interface SealedPlace {
  countyId: number
  table: string
  column: string
  id: string
}

export interface CryptoKeys {
  /** AES-256 keys (32 bytes each) by version, 1–255. */
  keys: Readonly<Record<number, Buffer>>
  /** The version that seals from now on. */
  currentVersion: number
  blindIndexKey: Buffer
  deriveKey: Buffer
  tokenKey: Buffer
  /** Of the key that signs what others check. */
  signatureSeed: Buffer
  /** For whoever signs access tokens. */
  signingKey: Buffer
}

export interface Crypto {
  seal(plain: string, place: SealedPlace): Buffer
  /** @throws SealedValueError when the value was changed, belongs to another place, or its key version is unknown. */
  open(sealed: Uint8Array, place: SealedPlace): string
  /** The version that sealed this value; below the current one, a sweep seals it again. */
  sealedVersion(sealed: Uint8Array): number
  /** 32 bytes, equal for equal values of one kind in one county. Normalise first (`normalisePhone`). */
  blindIndex(countyId: number, kind: string, normalised: string): Buffer
  /** 32 bytes that only this installation can compute. */
  deriveSecret(purpose: string, id: string): Buffer
  /** 32 bytes; what is stored of a token. */
  hashToken(token: string): Buffer
  readonly signer: Signer
}

/** A sealed value that does not open here. Carries no part of the value. */
export class SealedValueError extends Error {
  override readonly name = 'SealedValueError'
  constructor(readonly reason: 'changed-or-moved' | 'too-short' | 'version-unknown') {
    super(`sealed value does not open: ${reason}`)
  }
}

const secretMinBytes = 32
const ivBytes = 12
const tagBytes = 16
const headBytes = 1 + ivBytes + tagBytes

/**
 * All keys from the installation's secret (32 bytes of text or more; `openssl rand -base64 32` makes one).
 * `older`: the secrets before it, oldest first, for as long as rows sealed by them remain.
 */
export function keysFromSecret(secret: string, older: readonly string[] = []): CryptoKeys {
  const secrets = [...older, secret]
  for (const each of secrets) {
    if (Buffer.byteLength(each) < secretMinBytes) throw new Error(`the secret is shorter than ${secretMinBytes} bytes`)
  }
  const key = (from: string, purpose: string) => Buffer.from(hkdfSync('sha256', from, 'sidan', purpose, 32))
  return {
    keys: Object.fromEntries(secrets.map((each, index) => [index + 1, key(each, 'sealed-columns')])),
    currentVersion: secrets.length,
    blindIndexKey: key(secret, 'blind-index'),
    deriveKey: key(secret, 'derived-secrets'),
    tokenKey: key(secret, 'token-hashes'),
    signatureSeed: key(secret, 'signatures'),
    signingKey: key(secret, 'access-tokens'),
  }
}

/** Makes the one `Crypto` of a process. */
export function makeCrypto({
  keys,
  currentVersion,
  blindIndexKey,
  deriveKey,
  tokenKey,
  signatureSeed,
}: Omit<CryptoKeys, 'signingKey'>): Crypto {
  const keyOf = (version: number) => {
    const key = keys[version]
    if (!key) throw new SealedValueError('version-unknown')
    return key
  }
  if (!Number.isInteger(currentVersion) || currentVersion < 1 || currentVersion > 255)
    throw new Error('key version must be 1–255')
  keyOf(currentVersion)

  return {
    seal(plain, place) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', keyOf(currentVersion), iv, { authTagLength: tagBytes })
      cipher.setAAD(aadOf(place))
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.of(currentVersion), iv, cipher.getAuthTag(), text])
    },
    open(sealed, place) {
      if (sealed.length < headBytes) throw new SealedValueError('too-short')
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length)
      const version = bytes.readUInt8(0)
      const iv = bytes.subarray(1, 1 + ivBytes)
      const decipher = createDecipheriv('aes-256-gcm', keyOf(version), iv, { authTagLength: tagBytes })
      decipher.setAAD(aadOf(place))
      decipher.setAuthTag(bytes.subarray(1 + ivBytes, headBytes))
      try {
        return decipher.update(bytes.subarray(headBytes), undefined, 'utf8') + decipher.final('utf8')
      } catch {
        throw new SealedValueError('changed-or-moved')
      }
    },
    sealedVersion: (sealed) => sealed[0] ?? 0,
    blindIndex: (countyId, kind, normalised) => hmac(blindIndexKey, [String(countyId), kind, normalised]),
    deriveSecret: (purpose, id) => hmac(deriveKey, [purpose, id]),
    hashToken: (token) => hmac(tokenKey, [token]),
    signer: makeSigner(signatureSeed),
  }
}

// JSON keeps the parts apart whatever they contain: `a|b` + `c` is not `a` + `b|c`.
const aadOf = ({ countyId, table, column, id }: SealedPlace) =>
  Buffer.from(JSON.stringify([countyId, table, column, id]))
const hmac = (key: Buffer, parts: string[]) => createHmac('sha256', key).update(JSON.stringify(parts)).digest()

/** A random token, base64url; 32 bytes cannot be guessed. */
export const randomToken = (bytes: number): string => randomBytes(bytes).toString('base64url')

/** Compares two secrets without telling by its time how much of them agrees. */
export function sameSecret(own: string | Uint8Array, shown: string | Uint8Array): boolean {
  const a = Buffer.from(own)
  const b = Buffer.from(shown)
  return a.length === b.length && timingSafeEqual(a, b)
}

/** One spelling per phone number, for the blind index: digits only, without +86 or 0086. `+86 138-0013-8000` → `13800138000`. */
export function normalisePhone(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/\D/g, '')
  return digits.replace(/^(?:00)?86(?=1\d{10}$|0\d{9,11}$)/, '')
}
