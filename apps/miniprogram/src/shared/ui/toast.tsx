import { useEffect, useSyncExternalStore } from 'react'
import { Box, Span } from './box.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'
import './toast.css'

interface Toast {
  readonly words: string
  readonly icon: IconName
}

const listeners = new Set<() => void>()
let shown: Toast | null = null

/** Says in passing what has happened, 4 s long: 9:02 的签到已送到. Never for what must be read or decided. */
export function toast(words: string, icon: IconName = 'check'): void {
  show({ words, icon })
}

/** Where toasts appear; `Page` holds one. */
export function ToastHost() {
  const now = useSyncExternalStore(subscribe, current, current)
  useEffect(() => {
    if (!now) return
    const timer = setTimeout(() => show(null), 4_000)
    return () => clearTimeout(timer)
  }, [now])
  return (
    <Box className="sd-toast-host" role="status" live="polite">
      {now ? (
        <Box className="sd-toast">
          <Icon name={now.icon} size="s" />
          <Span>{now.words}</Span>
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
