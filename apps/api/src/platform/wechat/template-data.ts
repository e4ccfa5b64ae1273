/** What a subscribe message's values may hold, by the kind in their key (`thing1`, `date2` …). WeChat refuses the whole message (47003) otherwise. */

interface Kind {
  maxCharacters: number
  pattern?: RegExp
}

const kinds: Record<string, Kind> = {
  thing: { maxCharacters: 20 },
  phrase: { maxCharacters: 5, pattern: /^\p{Script=Han}+$/u },
  name: { maxCharacters: 10 },
  character_string: { maxCharacters: 32, pattern: /^[\x20-\x7e]+$/ },
  number: { maxCharacters: 32, pattern: /^-?\d+(\.\d+)?$/ },
  date: { maxCharacters: 24, pattern: /\d/ },
  time: { maxCharacters: 24, pattern: /\d/ },
  amount: { maxCharacters: 16, pattern: /\d/ },
  phone_number: { maxCharacters: 17, pattern: /^[\d+()-]+$/ },
}

const kindOf = (key: string): Kind | undefined => kinds[/^([a-z_]+)\d+$/.exec(key)?.[1] ?? '']

/** Cuts free text (`thing`, `name`) to its length with an ellipsis and shapes the message's `data`. Other kinds are passed on as they are. */
export function fitTemplateData(data: Record<string, string>): Record<string, { value: string }> {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value: fit(kindOf(key), value) }]))
}

function fit(kind: Kind | undefined, value: string): string {
  const characters = Array.from(value)
  if (!kind || kind.pattern || characters.length <= kind.maxCharacters) return value
  return `${characters.slice(0, kind.maxCharacters - 1).join('')}…`
}

/** Whether WeChat would take this value under this key. */
export function fitsTemplate(key: string, value: unknown): boolean {
  const kind = kindOf(key)
  if (!kind || typeof value !== 'string') return false
  const length = Array.from(value).length
  return length > 0 && length <= kind.maxCharacters && (kind.pattern?.test(value) ?? true)
}
