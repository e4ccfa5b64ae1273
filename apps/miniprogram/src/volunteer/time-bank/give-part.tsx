import { cancelTimeGift, giveTime, type TimeBank, type TimeGift } from '@sidan/types/time-bank'
import { useState } from 'react'
import { call, newKey } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { type Amount, ChooseMinutes } from './choose-minutes.tsx'

/** 送时间: a code to tell somebody close; whoever types it has the time. */
export function GivePart({ bank, onDone }: { readonly bank: TimeBank; readonly onDone: () => Promise<void> }) {
  const [amount, setAmount] = useState<Amount>('60')
  const [key, setKey] = useState(newKey)
  const { act, busy } = useAct()
  const minutes = Number(amount)
  const give = async () => {
    if (!(await act(() => call(giveTime, { body: { minutes }, key })))) return
    setKey(newKey())
    toast('把码告诉家人，填了就收到')
    await onDone()
  }
  return (
    <Card>
      <SectionHead>送给家人</SectionHead>
      <Box className="sd-stack">
        <ChooseMinutes label="送多少" value={amount} onChoose={setAmount} />
        <Button
          busy={busy && '正在送…'}
          disabledBecause={bank.ownMinutes < minutes && '自己存的不够；别人送的不能再送'}
          onPress={() => void give()}
        >
          {`送 ${minutesWords(minutes)}`}
        </Button>
        {bank.gifts.map((gift) => (
          <Waiting key={gift.giftId} gift={gift} onDone={onDone} />
        ))}
      </Box>
    </Card>
  )
}

function Waiting({ gift, onDone }: { gift: TimeGift; onDone: () => Promise<void> }) {
  const words = useWords()
  const { act, busy } = useAct()
  const cancel = async () => {
    if (!(await act(() => call(cancelTimeGift, { params: { giftId: gift.giftId } })))) return
    toast('收回来了')
    await onDone()
  }
  const code = `${gift.code?.slice(0, 4) ?? ''}-${gift.code?.slice(4) ?? ''}`
  return (
    <Box className="sd-between">
      <Box>
        <Box className="sd-strong">{code}</Box>
        <Box className="t-small sd-ink-2">
          {`${minutesWords(gift.minutes)}，等人收；${words.moment(gift.expiresAt)}没收就退回`}
        </Box>
      </Box>
      <Button kind="text" size="s" busy={busy && '正在收…'} label={`收回，${code}`} onPress={() => void cancel()}>
        收回
      </Button>
    </Box>
  )
}
