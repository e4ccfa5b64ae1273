/** What a page saw last, kept on the phone for one person, so that it opens without signal. */
import Taro from '@tarojs/taro'
import type { Outcome } from '../api/call.ts'

interface Kept<Value> {
  personId: string
  value: Value
}

/** What it loaded; without signal, what it loaded the last time. */
export async function orKept<Value>(
  name: string,
  personId: string,
  load: () => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const key = `sidan.kept.${name}`
  const outcome = await load()
  if (outcome.ok) Taro.setStorageSync(key, { personId, value: outcome.value } satisfies Kept<Value>)
  if (outcome.ok || outcome.code !== 'offline') return outcome
  const kept: Kept<Value> | '' = Taro.getStorageSync(key)
  return kept && kept.personId === personId ? { ok: true, value: kept.value } : outcome
}
