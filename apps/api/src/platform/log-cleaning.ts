/** What of a fact, a text, an error, a request may stand in the log. pino's own redaction is not used: its wildcards cost 50 µs a line. */

export const gone = '[redacted]'
/** Top-level names that a child log could carry. */
export const boundNames = [
  'phone',
  'openid',
  'unionid',
  'token',
  'secret',
  'password',
  'authorization',
  'cookie',
  'address',
  'body',
]
const tellingName =
  /(?:phone|mobile|openid|unionid|token|secret|password|passcode|authorization|cookie|session_?key|js_?code|login_?code|address|idcard|body|payload|scanned|content|displayname|realname)$/i
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const maxTextCharacters = 2000
const maxItems = 20
const maxDepth = 5
/** pino passes these through serializers of their own. */
const serialised = new Set(['err', 'req', 'res'])

/** Takes phone and identity numbers, openids and credentials out of free text, and the values out of a failed statement. */
export function cleanText(text: string): string {
  if (text.length < 8) return text
  return text
    .slice(0, maxTextCharacters)
    .replace(/\nparams:[\s\S]*$/, '')
    .replace(/(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g, '[identity number]')
    .replace(/(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/g, '[phone]')
    .replace(/(?<![\w-])o[\w-]{27}(?![\w-])/g, '[openid]')
    .replace(/\b(Bearer|Basic) [\w.~+/=-]+/gi, `$1 ${gone}`)
    .replace(/(?<![a-z])((?:access_|refresh_)?token|secret|(?:js_)?code|password|key)=[^&\s"'#]+/gi, `$1=${gone}`)
}

/** Cleans the facts of one line. */
export function cleanFacts(facts: Record<string, unknown>): Record<string, unknown> {
  const clean: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(facts)) {
    clean[name] = serialised.has(name) ? value : cleanUnder(name, value, 1)
  }
  return clean
}

function cleanUnder(name: string, value: unknown, depth: number): unknown {
  return tellingName.test(name) && value !== null && value !== undefined ? gone : cleanValue(value, depth)
}

function cleanValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (typeof value !== 'object' || value === null) return value
  if (isError(value)) return cleanError(value)
  if (value instanceof Date) return value
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  if (depth >= maxDepth) return '[deeper]'
  if (Array.isArray(value)) return value.slice(0, maxItems).map((item) => cleanValue(item, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cleanUnder(key, each, depth + 1)]))
}

/** By shape, not by class: errors also come from other realms. */
export const isError = (thing: unknown): thing is Error =>
  typeof thing === 'object' &&
  thing !== null &&
  'message' in thing &&
  'stack' in thing &&
  typeof thing.stack === 'string'

/** An error's kind, code, cleaned words and where it was thrown. What libraries attach (a query's values, a row, a request) is left out. */
export function cleanError(error: unknown, depth = 0): unknown {
  if (!isError(error)) return cleanValue(error, 1)
  // Frames only: the stack's first lines repeat the message.
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  const facts = new Map<string, unknown>([
    ['type', error.name],
    ['message', cleanText(error.message)],
    ['stack', frames?.join('\n')],
  ])
  for (const name of ['code', 'constraint', 'table', 'column', 'routine', 'errcode', 'api', 'why', 'reason']) {
    const value = at(error, name)
    if (typeof value === 'string' || typeof value === 'number') facts.set(name, value)
  }
  if (error.cause !== undefined && depth < 3) facts.set('cause', cleanError(error.cause, depth + 1))
  return Object.fromEntries(facts)
}

/** A request: method, route and the ids in its path. Short codes and tokens that stand in a path are not ids. */
export function requestFacts(request: unknown): Record<string, unknown> {
  const params = at(request, 'params')
  const ids = typeof params === 'object' && params !== null ? Object.entries(params).filter(([, id]) => isUuid(id)) : []
  return {
    method: at(request, 'method'),
    route: at(at(request, 'routeOptions'), 'url') ?? '(no route)',
    ids: Object.fromEntries(ids),
    ip: at(request, 'ip'),
  }
}

/** A reply: its status. */
export const replyFacts = (reply: unknown): Record<string, unknown> => ({ status: at(reply, 'statusCode') })

const at = (thing: unknown, key: string): unknown =>
  typeof thing === 'object' && thing !== null ? Reflect.get(thing, key) : undefined
const isUuid = (value: unknown) => typeof value === 'string' && uuid.test(value)
