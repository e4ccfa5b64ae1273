import type { Order } from '@sidan/types/orders'
import { getTimePledge, pledgeTime, releaseTimePledge, type TimePledge } from '@sidan/types/time-bank'
import { useCallback, useState } from 'react'
import { call, newKey } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { toast } from '../../shared/ui/toast.tsx'

/** 用时间谢谢 who comes: shown to who asked for the order alone, where they have time or set some aside. Nothing of it makes anybody come sooner. */
export function TimePart({ order }: { readonly order: Order }) {
  const { value, reload } = useLoad(
    useCallback(() => call(getTimePledge, { params: { orderId: order.orderId } }), [order.orderId]),
  )
  if (!value || (value.state === null && value.availableMinutes === 0)) return null
  return (
    <Card>
      <SectionHead as="h3">用时间</SectionHead>
      {value.state === 'held' || value.state === 'paid' ? <Box>{pledgeWords(value)}</Box> : null}
      <Choosing pledge={value} onDone={reload} />
    </Card>
  )
}

const pledgeWords = ({ minutes, state, paidMinutes }: TimePledge): string =>
  state === 'paid'
    ? `${minutesWords(paidMinutes)}给了来服务的人`
    : `放了 ${minutesWords(minutes ?? 0)}，时长审核通过就归来服务的人，多的退回`

function Choosing({ pledge, onDone }: { pledge: TimePledge; onDone: () => Promise<void> }) {
  const [key, setKey] = useState(newKey)
  const { act, busy } = useAct()
  const params = { orderId: pledge.orderId }
  const minutes = Math.min(60, pledge.availableMinutes)
  const done = async (answer: TimePledge | undefined, words: string) => {
    if (!answer) return
    setKey(newKey())
    toast(words)
    await onDone()
  }
  const put = async () => done(await act(() => call(pledgeTime, { params, body: { minutes }, key })), '放好了')
  const back = async () => done(await act(() => call(releaseTimePledge, { params })), '收回来了')
  if (pledge.allowedActions.includes('release'))
    return (
      <Button kind="text" busy={busy && '正在收…'} onPress={() => void back()}>
        不放了，收回来
      </Button>
    )
  if (!pledge.allowedActions.includes('pledge') || minutes === 0) return null
  return (
    <>
      <Box className="sd-ink-2">{`您有 ${minutesWords(pledge.availableMinutes)}，可以放一些给来服务的人。放不放，都一样有人来`}</Box>
      <Button kind="soft" busy={busy && '正在放…'} onPress={() => void put()}>
        {`放 ${minutesWords(minutes)}`}
      </Button>
    </>
  )
}
