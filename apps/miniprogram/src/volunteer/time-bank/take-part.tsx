import { acceptTimeGift } from '@sidan/types/time-bank'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { toast } from '../../shared/ui/toast.tsx'

/** 收时间: the code that somebody told. */
export function TakePart({ onDone }: { readonly onDone: () => Promise<void> }) {
  const [code, setCode] = useState('')
  const { act, busy } = useAct()
  const take = async () => {
    const taken = await act(() => call(acceptTimeGift, { body: { code: code.trim() } }))
    if (!taken) return
    setCode('')
    toast(`收到${taken.fromName}送的 ${minutesWords(taken.minutes)}`)
    await onDone()
  }
  return (
    <Card>
      <SectionHead>收别人送的</SectionHead>
      <Box className="sd-stack">
        <Field label="对方告诉您的码" kind="code" value={code} maxLength={20} onInput={setCode} />
        <Button
          kind="soft"
          busy={busy && '正在收…'}
          disabledBecause={code.trim().length < 4 && '先填码'}
          onPress={() => void take()}
        >
          收下
        </Button>
      </Box>
    </Card>
  )
}
