import Taro, { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure, Outcome } from './call.ts'
import { problemText } from './problem-text.ts'

/** Loads when the page shows and again on demand; what was there stays while it loads and when it fails. */
export function useLoad<Value>(load: () => Promise<Outcome<Value>>) {
  const [value, setValue] = useState<Value>()
  const [failure, setFailure] = useState<Failure>()
  const startedAt = useRef(0)
  const reload = useCallback(async () => {
    startedAt.current = Date.now()
    const outcome = await load()
    if (outcome.ok) setValue(outcome.value)
    setFailure(outcome.ok ? undefined : outcome)
  }, [load])
  useEffect(() => void reload(), [reload])
  // The first show comes with the first load; coming back to the page loads again.
  useDidShow(() => {
    if (Date.now() - startedAt.current > 1000) void reload()
  })
  return { value, failure, reload }
}

/** Runs one act at a time, says what went wrong, and tells whether it was done. */
export function useAct() {
  const [busy, setBusy] = useState(false)
  const act = async <Value>(work: () => Promise<Outcome<Value>>): Promise<Value | undefined> => {
    if (busy) return undefined
    setBusy(true)
    const outcome = await work()
    setBusy(false)
    if (outcome.ok) return outcome.value
    await Taro.showToast({ title: problemText(outcome), icon: 'none', duration: 3000 })
    return undefined
  }
  return { busy, act }
}
