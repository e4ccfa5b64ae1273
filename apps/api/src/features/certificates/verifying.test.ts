import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, verify } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  CertificatePayload,
  type CheckedCertificate,
  checkCertificate,
  listCertificateKeys,
  readCertificateNumber,
} from '@sidan/types/certificates'
import { getMe } from '@sidan/types/people'
import { rootFolder } from '../../env.ts'
import { run } from '../../testing/papers.ts'
import { certified } from '../../testing/promises/certificate-requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { nameCodeOf } from './issue-certificate.ts'

let test: TestApp
let w: World
let certificateId: string
let checked: CheckedCertificate
let key: string
const folder = mkdtempSync(join(tmpdir(), 'sidan-verify-'))
const commands = [...readFileSync(join(rootFolder, 'docs/certificates.md'), 'utf8').matchAll(/```\n(.+)\n```/g)].map(
  ([, command = '']) => command,
)
const hasOpenssl = spawnSync('sh', ['-c', 'command -v openssl']).status === 0
const county = { countyId: '420882' }

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
  const made = await certified(w)
  certificateId = made.certificateId
  const code = readCertificateNumber(made.number)?.code ?? ''
  const answer = await test.call(undefined, checkCertificate, { params: { ...county, code } })
  checked = answer.body as CheckedCertificate
  const { items } = (await test.call(undefined, listCertificateKeys, { params: county })).body
  key = items.find(({ keyId }) => keyId === checked.keyId)?.publicKey ?? ''
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await test?.close()
})

/** Runs a line of docs/certificates.md where its files lie. */
const shell = (line: string) => spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8' })
function laidOut(payload: string): void {
  writeFileSync(join(folder, 'payload.txt'), payload)
  writeFileSync(join(folder, 'signature.bin'), Buffer.from(checked.signature, 'base64'))
  writeFileSync(join(folder, 'key.pem'), key)
}
const verified = (payload: string) => {
  if (!hasOpenssl) return verify(null, Buffer.from(payload), key, Buffer.from(checked.signature, 'base64'))
  laidOut(payload)
  return shell(commands[0] ?? '').status === 0
}

describe('a certificate is checked without us', () => {
  it('by its signature, with the command that the page about certificates names', () => {
    expect(commands).toHaveLength(2)
    expect(verified(checked.payload)).toBe(true)
  })
  it('and is found out when one minute, or one character, is another', () => {
    const { clockedMinutes } = CertificatePayload.parse(JSON.parse(checked.payload))
    for (const forged of [
      checked.payload.replace(`"clockedMinutes":${clockedMinutes}`, `"clockedMinutes":${clockedMinutes + 1}`),
      `${checked.payload}\n`,
      checked.payload.replace('李', '季'),
    ])
      expect([forged === checked.payload, verified(forged)]).toEqual([false, false])
  })
  it('by the name on the paper, with its name code', async () => {
    const { volunteer } = await w.done('volunteer', getMe)
    const parts = {
      '<name code>': nameCodeOf(test.crypto, certificateId),
      '<full name>': '李大国',
      '<volunteer number>': volunteer?.volunteerNo ?? '',
    }
    const line = Object.entries(parts).reduce((text, [part, value]) => text.replace(part, value), commands[1] ?? '')
    const { holderSha256 } = CertificatePayload.parse(JSON.parse(checked.payload))
    const hashed = hasOpenssl
      ? shell(line).stdout
      : createHash('sha256').update(Object.values(parts).join(':')).digest('hex')
    expect(hashed).toContain(holderSha256)
    if (hasOpenssl)
      expect(execFileSync('sh', ['-c', line.replace('李大国', '李大强')], { encoding: 'utf8' })).not.toContain(
        holderSha256,
      )
  })
  it('under the key of its day, which stays listed when a new secret signs with another', async () => {
    await run(
      w,
      `insert into certificate_keys (county_id, key_id, public_key, first_used_at) values ($1, 'before', 'the key of an earlier secret', $2)`,
      new Date('2026-01-01'),
    )
    const { items } = (await test.call(undefined, listCertificateKeys, { params: county })).body
    expect(items.map(({ keyId }) => keyId)).toEqual([test.crypto.signer.keyId, 'before'])
  })
})
