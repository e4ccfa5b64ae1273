import { civilDay } from '@sidan/types/civil'
import { listTasks } from '@sidan/types/dispatch'
import { type Pairing, recordVisit } from '@sidan/types/pairings'
import { useState } from 'react'
import { call, newKey } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { TextArea } from '../../shared/ui/text-area.tsx'
import { toast } from '../../shared/ui/toast.tsx'

const loadTasks = () => call(listTasks, { query: { limit: 10 } })

/** 记一次走访: a few words, and the order it was on; its minutes are the clock's, so none are typed (rule-30). */
export function Visit({
  pairingId,
  onDone,
}: {
  readonly pairingId: Pairing['pairingId']
  readonly onDone: () => Promise<void>
}) {
  const { value: tasks } = useLoad(loadTasks)
  const [said, setSaid] = useState('')
  const [orderId, setOrderId] = useState('none')
  const [key, setKey] = useState(newKey)
  const { act, busy } = useAct()
  const going = tasks?.items ?? []
  const choices = [
    { value: 'none', word: '没有单' },
    ...going.map((one) => ({ value: one.orderId as string, word: one.title })),
  ]
  const send = async () => {
    const task = going.find((one) => one.orderId === orderId)
    const words = said.trim()
    const body = {
      visitedOn: civilDay(new Date()),
      ...(task ? { orderId: task.orderId } : {}),
      ...(words ? { words } : {}),
    }
    if (!(await act(() => call(recordVisit, { params: { pairingId }, body, key })))) return
    toast('记下了')
    setSaid('')
    setKey(newKey())
    await onDone()
  }
  return (
    <Card>
      <Box className="sd-stack">
        <TextArea
          label="今天去看了，写一句"
          maxLength={200}
          optional
          value={said}
          onInput={setSaid}
          hint="只有你们俩和站里看得到"
        />
        {going.length > 0 ? (
          <>
            <Box className="t-small sd-ink-2">是哪张单上去的（时长跟着打卡走）</Box>
            <ChoiceChips label="哪张单" value={orderId} choices={choices} onChoose={setOrderId} />
          </>
        ) : null}
        <Button busy={busy && '正在记…'} onPress={() => void send()}>
          记一次走访
        </Button>
      </Box>
    </Card>
  )
}
