/**
 * Signatures that anybody can check without us: Ed25519, with a key derived from the installation's secret. Whoever checks needs the text as it was
 * signed, the signature, and the public key by its id.
 */
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'

export interface Signer {
  /** The first 16 hex digits of the SHA-256 of the public key (DER). */
  readonly keyId: string
  /** PEM, as openssl reads it. */
  readonly publicKey: string
  /** 64 bytes; equal for equal texts. */
  sign(text: string): Buffer
}

/** What stands before an Ed25519 seed in PKCS #8 (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The signer of a 32-byte seed. */
export function makeSigner(seed: Buffer): Signer {
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey)
  const der = publicKey.export({ format: 'der', type: 'spki' })
  return {
    keyId: createHash('sha256').update(der).digest('hex').slice(0, 16),
    publicKey: String(publicKey.export({ format: 'pem', type: 'spki' })),
    sign: (text) => sign(null, Buffer.from(text), privateKey),
  }
}
