import { useState } from 'react'
import { newKey, type Outcome } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { toast } from '../../shared/ui/toast.tsx'

export interface SetAsideProps {
  readonly allowed: readonly ('pledge' | 'release')[]
  /** What stands above the button, and on it. */
  readonly offer: string
  readonly put: string
  readonly back: string
  readonly onPut: (key: string) => Promise<Outcome<unknown>>
  readonly onBack: () => Promise<Outcome<unknown>>
  readonly onDone: () => Promise<void>
}

/** Sets time aside for an order, or takes it back. */
export function SetAside({ allowed, offer, put, back, onPut, onBack, onDone }: SetAsideProps) {
  const [key, setKey] = useState(newKey)
  const { act, busy } = useAct()
  const done = async (answer: unknown, words: string) => {
    if (!answer) return
    setKey(newKey())
    toast(words)
    await onDone()
  }
  if (allowed.includes('release'))
    return (
      <Button kind="text" busy={busy && '正在收…'} onPress={async () => done(await act(onBack), '收回来了')}>
        {back}
      </Button>
    )
  if (!allowed.includes('pledge')) return null
  return (
    <Box className="sd-stack">
      <Box className="sd-ink-2">{offer}</Box>
      <Button kind="soft" busy={busy && '正在放…'} onPress={async () => done(await act(() => onPut(key)), '放好了')}>
        {put}
      </Button>
    </Box>
  )
}
