import { rateOrder } from '@sidan/types/order-moves'
import type { Order } from '@sidan/types/orders'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Chip } from '../../shared/ui/chip.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { StarsInput } from '../../shared/ui/stars.tsx'
import { TextArea } from '../../shared/ui/text-area.tsx'
import { toast } from '../../shared/ui/toast.tsx'

const thanks = ['谢谢您', '手脚轻', '来得准时', '做得仔细'] as const

/** 评单: stars first, then thanks by one tap, then words for who has some. */
export function RatingPart({ order, onDone }: { readonly order: Order; readonly onDone: () => Promise<void> }) {
  const [stars, setStars] = useState<number | null>(null)
  const [words, setWords] = useState('')
  const { act, busy } = useAct()
  const toggle = (word: string) =>
    setWords((before) =>
      before.includes(word) ? before.replace(word, '').replace(/^，|，$/g, '') : before ? `${before}，${word}` : word,
    )
  const rate = async () => {
    if (stars === null) return
    const said = words.trim()
    const body = { version: order.version, stars, ...(said ? { words: said } : {}) }
    if (!(await act(() => call(rateOrder, { params: { orderId: order.orderId }, body })))) return
    toast('评好了，会告诉来的人')
    await onDone()
  }
  return (
    <Card>
      <SectionHead as="h3">办得怎么样</SectionHead>
      <Box className="sd-stack">
        <StarsInput label={`给${order.assigneeName ?? '这次服务'}评几颗星`} value={stars} onRate={setStars} />
        {stars === null ? null : (
          <>
            <Box className="sd-line">
              {thanks.map((word) => (
                <Chip key={word} chosen={words.includes(word)} onPress={() => toggle(word)}>
                  {word}
                </Chip>
              ))}
            </Box>
            <TextArea label="想说一句" optional maxLength={200} value={words} onInput={setWords} />
          </>
        )}
        <Button busy={busy && '正在送…'} disabledBecause={stars === null && '先点一下星星'} onPress={() => void rate()}>
          评一评
        </Button>
      </Box>
    </Card>
  )
}
