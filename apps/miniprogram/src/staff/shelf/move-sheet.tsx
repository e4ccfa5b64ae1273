import { recordStockMove, type ShelfItem, type StockMoveKind } from '@sidan/types/reward-shelf'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { wholeOf } from './shelf-draft.ts'
import { moveWords } from './shelf-words.ts'

interface MoveSheetProps {
  readonly item: ShelfItem
  readonly kind: StockMoveKind
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

const asks = {
  received: { label: '从哪里来的', placeholder: '比如 红十字会送的' },
  writtenOff: { label: '为什么', placeholder: '比如 过期了、受潮了' },
  returned: { label: '退给谁，为什么', placeholder: '比如 送错了，退给商家' },
} as const

/** How many pieces come or go; what goes says why. */
export function MoveSheet({ item, kind, onClose, onDone }: MoveSheetProps) {
  const [typed, setTyped] = useState('')
  const [why, setWhy] = useState('')
  const { act, busy } = useAct()
  const leaves = kind !== 'received'
  const count = wholeOf(typed, 1, 100_000)
  const words = why.trim()
  const missing =
    (count === undefined && '写上几份') ||
    (leaves && count !== undefined && count > item.stockCount && `架上只有 ${item.stockCount} 份`) ||
    (leaves && words === '' && '写上为什么')
  const record = async () => {
    if (count === undefined) return
    const body = kind === 'received' ? { kind, count, ...(words ? { words } : {}) } : { kind, count, words }
    const after = await act(() => call(recordStockMove, { params: { itemId: item.itemId }, body }))
    if (!after) return
    toast(`记下了，架上 ${after.stockCount} 份`)
    await onDone()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={`${moveWords[kind]}：${item.title}`}
      line={`架上 ${item.stockCount} 份`}
      foot={
        <Button size="l" grow busy={busy && '正在记…'} disabledBecause={missing} onPress={() => void record()}>
          记下来
        </Button>
      }
    >
      <Box className="sd-stack">
        <Field kind="number" label="几份" maxLength={6} value={typed} onInput={setTyped} />
        <Field
          label={asks[kind].label}
          placeholder={asks[kind].placeholder}
          optional={!leaves}
          maxLength={60}
          value={why}
          onInput={setWhy}
        />
        <Box className="t-small sd-ink-2">记下就不能改；记错了，再记一笔补回来。</Box>
      </Box>
    </Sheet>
  )
}
