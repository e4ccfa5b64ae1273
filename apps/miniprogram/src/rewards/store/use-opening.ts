import type { RewardItem } from '@sidan/types/rewards'
import { useEffect } from 'react'

/** A clock that runs ahead asks again this often. */
const againMs = 5000
const longestMs = 12 * 3_600_000

/** Loads the shelf again when the next item opens. The phone's clock says when to ask; the server's says whether it is open. */
export function useOpening(items: readonly RewardItem[] | undefined, reload: () => Promise<void>): void {
  const next = items?.flatMap(({ opensAt }) => (opensAt === null ? [] : [opensAt])).sort()[0]
  useEffect(() => {
    if (next === undefined) return
    const wait = Math.min(Math.max(Date.parse(next) - Date.now(), againMs), longestMs)
    const timer = setTimeout(() => void reload(), wait)
    return () => clearTimeout(timer)
  }, [next, items, reload])
}
