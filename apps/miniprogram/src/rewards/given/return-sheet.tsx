import { type Given, returnVoucher } from '@sidan/types/voucher-returns'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { YesNo } from '../../shared/ui/yes-no.tsx'

interface ReturnSheetProps {
  readonly given: Given
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

/** 退货: why, and whether the piece can be given to somebody else. */
export function ReturnSheet({ given, onClose, onDone }: ReturnSheetProps) {
  const [why, setWhy] = useState('')
  const [good, setGood] = useState<boolean | null>(null)
  const { act, busy } = useAct()
  const params = { redemptionId: given.redemptionId }
  const bringBack = async () => {
    const piece = good ? ('toShelf' as const) : ('writtenOff' as const)
    if (!(await act(() => call(returnVoucher, { params, body: { words: why.trim(), piece } })))) return
    toast(`${given.pricePoints} 分还给${given.holderName}了`)
    onClose()
    await onDone()
  }
  const missing = (why.trim() === '' && '先写为什么退') || (good === null && '东西还能不能给别人')
  return (
    <Sheet
      open
      onClose={onClose}
      title={`退货：${given.title}`}
      line={`${given.holderName}的 ${given.pricePoints} 分还回去，原来能用到哪天还是哪天`}
      foot={
        <Button size="l" grow busy={busy && '正在办…'} disabledBecause={missing} onPress={() => void bringBack()}>
          退货
        </Button>
      }
    >
      <Box className="sd-stack">
        <Field label="为什么退" placeholder="比如 盒子是坏的" maxLength={60} value={why} onInput={setWhy} />
        <YesNo label="东西还能给别人吗" words={['能，放回架上', '不能，报损']} value={good} onAnswer={setGood} />
      </Box>
    </Sheet>
  )
}
