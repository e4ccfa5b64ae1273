/** What a page saw last, kept on the phone for one person, so that it opens without signal. */
import Taro from '@tarojs/taro'
import type { Outcome } from '../api/call.ts'

interface Kept<Value> {
  personId: string
  value: Value
}

const keyOf = (name: string) => `sidan.kept.${name}`

/** What was kept for this person, without asking anybody. */
export function keptValue<Value>(name: string, personId: string): Value | undefined {
  const kept: Kept<Value> | '' = Taro.getStorageSync(keyOf(name))
  return kept && kept.personId === personId ? kept.value : undefined
}

/** What it loaded; without signal, what it loaded the last time. */
export async function orKept<Value>(
  name: string,
  personId: string,
  load: () => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const outcome = await load()
  if (outcome.ok) Taro.setStorageSync(keyOf(name), { personId, value: outcome.value } satisfies Kept<Value>)
  if (outcome.ok || outcome.code !== 'offline') return outcome
  const value = keptValue<Value>(name, personId)
  return value === undefined ? outcome : { ok: true, value }
}
