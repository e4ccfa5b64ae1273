import type { TimeBank } from '@sidan/types/time-bank'
import { giveToPool } from '@sidan/types/time-pool'
import { useState } from 'react'
import { call, newKey } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { type Amount, ChooseMinutes } from './choose-minutes.tsx'

/** 捐给爱心时间池: for people who have no time of their own to spend; it says before that it does not come back. */
export function PoolPart({ bank, onDone }: { readonly bank: TimeBank; readonly onDone: () => Promise<void> }) {
  const [amount, setAmount] = useState<Amount>('30')
  const [key, setKey] = useState(newKey)
  const { act, busy } = useAct()
  const minutes = Number(amount)
  const give = async () => {
    if (!(await act(() => call(giveToPool, { body: { minutes }, key })))) return
    setKey(newKey())
    toast('捐进去了，谢谢您')
    await onDone()
  }
  return (
    <Card>
      <SectionHead>捐给爱心时间池</SectionHead>
      <Box className="sd-stack">
        <Box className="sd-ink-2">有的老人没攒下时间，又要人帮，站里就用它谢去帮的人。捐了就收不回来，想好再捐</Box>
        <ChooseMinutes label="捐多少" value={amount} onChoose={setAmount} />
        <Button
          kind="soft"
          busy={busy && '正在捐…'}
          disabledBecause={bank.ownMinutes < minutes && '自己存的不够；别人送的不能再捐'}
          onPress={() => void give()}
        >
          {`捐 ${minutesWords(minutes)}`}
        </Button>
      </Box>
    </Card>
  )
}
