import { useState } from 'react'
import { Button } from '../ui/button.tsx'

/** The foot of a list that goes on. */
export function More({ onTap }: { onTap: (() => Promise<void>) | undefined }) {
  const [busy, setBusy] = useState(false)
  if (!onTap) return null
  const more = async () => {
    setBusy(true)
    await onTap()
    setBusy(false)
  }
  return (
    <Button kind="outlined" busy={busy && '正在取…'} onPress={() => void more()}>
      再看一些
    </Button>
  )
}
