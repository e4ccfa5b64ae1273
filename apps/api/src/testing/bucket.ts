/** A bucket on the loopback address that speaks S3's PUT and GET and takes only what is signed with its key. */
import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { S3Options } from '../platform/files/s3-store.ts'

const keys = { region: 'ap-wuhan', accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'the-secret-key' }

/** Signature version 4 worked out from the request as it arrived, independently of the library under test. */
function signatureOf(request: IncomingMessage): string {
  const header = (name: string) => String(request.headers[name] ?? '')
  const [, scope = '', signed = ''] =
    /Credential=[^/]+\/(\S+), SignedHeaders=([^,]+)/.exec(header('authorization')) ?? []
  const names = signed.split(';')
  const { pathname } = new URL(request.url ?? '/', 'http://x')
  const canonical = [
    request.method,
    pathname,
    '',
    ...names.map((name) => `${name}:${header(name)}`),
    '',
    signed,
    header('x-amz-content-sha256'),
  ].join('\n')
  const hash = createHash('sha256').update(canonical).digest('hex')
  const toSign = ['AWS4-HMAC-SHA256', header('x-amz-date'), scope, hash].join('\n')
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${keys.secretAccessKey}`)
  return hmac(key, toSign).toString('hex')
}

export interface Bucket {
  options: S3Options
  /** What was put, by path. */
  objects: Map<string, Buffer>
  close(): Promise<void>
}

/** Starts an empty one. */
export async function startBucket(): Promise<Bucket> {
  const objects = new Map<string, Buffer>()
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    if (!request.headers.authorization?.endsWith(`Signature=${signatureOf(request)}`))
      return response.writeHead(403).end()
    const path = request.url ?? ''
    if (request.method === 'PUT') {
      objects.set(path, body)
      return response.end()
    }
    const found = objects.get(path)
    return found
      ? response.writeHead(200, { 'content-length': found.length }).end(found)
      : response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    options: { endpoint: `http://127.0.0.1:${port}`, bucket: 'photos-1', ...keys },
    objects,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
