/** `wx.request` over real HTTP. */
import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'

/** What an API of `wx` is called with. */
export interface Options {
  readonly [name: string]: unknown
}

/** One request the app made, and what came back. `failed` says why nothing did. */
export interface Exchange {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
  readonly status?: number
  readonly reply?: unknown
  readonly replyHeaders?: object
  readonly failed?: string
}

/** Sends it; never throws for what a network can do. */
export function send(origin: string | undefined, options: Options): Promise<Exchange> {
  const method = String(options['method'] ?? 'GET')
  const asked = String(options['url'])
  const headers = textsOf(options['header'])
  const body = options['data']
  const made = { method, url: asked, headers, body }
  if (origin === undefined) return Promise.resolve({ ...made, failed: 'no network' })
  const url = new URL(asked, origin)
  return new Promise((resolve) => {
    const request = (url.protocol === 'https:' ? overHttps : overHttp)(url, { method, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', (error) => resolve({ ...made, failed: error.message }))
      answer.on('end', () =>
        resolve({
          ...made,
          status: answer.statusCode ?? 0,
          replyHeaders: answer.headers,
          reply: read(Buffer.concat(parts)),
        }),
      )
    })
    request.setTimeout(Number(options['timeout'] ?? 60_000), () => request.destroy(new Error('timeout')))
    request.on('error', (error) => resolve({ ...made, failed: error.message }))
    if (method !== 'GET' && body !== undefined) request.write(typeof body === 'string' ? body : JSON.stringify(body))
    request.end()
  })
}

/** JSON where it is JSON, text otherwise, as `dataType: 'json'` has it. */
function read(bytes: Buffer): unknown {
  const text = bytes.toString('utf8')
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function textsOf(value: unknown): Record<string, string> {
  const pairs = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return Object.fromEntries(pairs.map(([name, given]) => [name, String(given)]))
}
