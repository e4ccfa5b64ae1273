import { useEffect, useSyncExternalStore } from 'react'
import { Box, Span } from './box.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'
import { Press } from './press.tsx'
import './toast.css'

interface Toast {
  readonly words: string
  readonly icon: IconName
  /** Stays until it is closed, or something else is said. */
  readonly stays: boolean
}

const listeners = new Set<() => void>()
let shown: Toast | null = null

/** Says in passing what has happened, 4 s long: 9:02 的签到已送到. Never for what must be read or decided. */
export function toast(words: string, icon: IconName = 'check'): void {
  show({ words, icon, stays: false })
}

/** Says why something was not done: read out at once, and it stays until it is closed, for those who read slowly. */
export function sayProblem(words: string): void {
  show({ words, icon: 'warn', stays: true })
}

/** Takes a problem away when the next attempt begins. */
export function clearProblem(): void {
  if (shown?.stays) show(null)
}

/** Where toasts and problems appear; `Page` holds one. */
export function ToastHost() {
  const now = useSyncExternalStore(subscribe, current, current)
  useEffect(() => {
    if (!now || now.stays) return
    const timer = setTimeout(() => show(null), 4_000)
    return () => clearTimeout(timer)
  }, [now])
  return (
    <Box className="sd-toast-host" role={now?.stays ? 'alert' : 'status'} live={now?.stays ? 'assertive' : 'polite'}>
      {now ? (
        <Box className={now.stays ? 'sd-toast sd-toast-problem' : 'sd-toast'}>
          <Icon name={now.icon} size="s" />
          <Span className="sd-grow">{now.words}</Span>
          {now.stays ? (
            <Press className="sd-toast-close" label="知道了" onPress={() => show(null)}>
              <Icon name="cross" size="s" />
            </Press>
          ) : null}
        </Box>
      ) : null}
    </Box>
  )
}

const current = (): Toast | null => shown

function show(next: Toast | null): void {
  shown = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
