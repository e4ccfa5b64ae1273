import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { go } from '../navigation/routes.ts'
import { clearProblem, sayProblem } from '../ui/toast.tsx'
import type { Failure, Outcome } from './call.ts'
import { problemText } from './problem-text.ts'

/** Loads when the page shows and again on demand; what was there stays while it loads and when it fails. Of several at once only what was asked last counts. */
export function useLoad<Value>(load: () => Promise<Outcome<Value>>) {
  const [value, setValue] = useState<Value>()
  const [failure, setFailure] = useState<Failure>()
  const hidden = useRef(false)
  const asked = useRef(0)
  const reload = useCallback(async () => {
    asked.current += 1
    const no = asked.current
    const outcome = await load()
    if (no !== asked.current) return
    if (outcome.ok) setValue(outcome.value)
    setFailure(outcome.ok ? undefined : outcome)
  }, [load])
  useEffect(() => void reload(), [reload])
  // The first show comes with the first load; coming back to the page loads again.
  useDidHide(() => {
    hidden.current = true
  })
  useDidShow(() => {
    if (hidden.current) void reload()
    hidden.current = false
  })
  return { value, failure, reload }
}

interface ListPage {
  items: unknown[]
  nextCursor: string | null
}

/** A list that goes on: the first page as it came, all items so far, and `more` while there are any. Loading again starts at the top. */
export function usePages<Page extends ListPage>(load: (cursor?: string) => Promise<Outcome<Page>>) {
  const first = useLoad(useCallback(() => load(), [load]))
  const [after, setAfter] = useState<{ of: Page; items: Page['items']; nextCursor: string | null }>()
  const page = first.value
  const further = after && after.of === page ? after : undefined
  const cursor = further ? further.nextCursor : (page?.nextCursor ?? null)
  const more = async () => {
    if (page === undefined || cursor === null) return
    const outcome = await load(cursor)
    if (!outcome.ok) return sayProblem(problemText(outcome))
    setAfter({
      of: page,
      items: [...(further?.items ?? []), ...outcome.value.items],
      nextCursor: outcome.value.nextCursor,
    })
  }
  const items: Page['items'] = [...(page?.items ?? []), ...(further?.items ?? [])]
  return { ...first, items, more: cursor === null ? undefined : more }
}

/** Runs one act at a time, says what went wrong, and tells whether it was done. */
export function useAct() {
  const [busy, setBusy] = useState(false)
  const act = async <Value>(work: () => Promise<Outcome<Value>>): Promise<Value | undefined> => {
    if (busy) return undefined
    setBusy(true)
    clearProblem()
    const outcome = await work()
    setBusy(false)
    if (outcome.ok) return outcome.value
    sayProblem(problemText(outcome))
    // Two minutes away from what they wanted: the way there opens with the words.
    if (outcome.code === 'volunteer-needed') go('register')
    return undefined
  }
  return { busy, act }
}
