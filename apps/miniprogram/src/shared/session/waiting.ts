/** How many things wait for this very person, for the badge on the tab bar; as of the last look. */
import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let waiting = 0

export function setWaiting(count: number): void {
  if (count === waiting) return
  waiting = count
  for (const listener of listeners) listener()
}

const now = () => waiting
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useWaiting = (): number => useSyncExternalStore(subscribe, now, now)
