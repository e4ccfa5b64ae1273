import { cancelOrder, reopenOrder } from '@sidan/types/order-moves'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { ConfirmSheet } from '../../shared/orders/confirm-sheet.tsx'
import { TextArea } from '../../shared/ui/text-area.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import type { ActionSheetsProps } from './asking.ts'

/** Whether really: what the requester can do that ends an order or begins it anew. */
export function RequesterSheets({ order, asking, onClose, onDone }: ActionSheetsProps) {
  const { act, busy } = useAct()
  const [words, setWords] = useState('')
  const params = { orderId: order.orderId }
  const { version } = order
  const said = words.trim()
  const run = async (work: Parameters<typeof act>[0], done: string) => {
    if (!(await act(work))) return
    onClose()
    toast(done)
    await onDone()
  }
  const cancel = () => run(() => call(cancelOrder, { params, body: { version } }), '撤销了')
  const reopen = () =>
    run(() => call(reopenOrder, { params, body: { version, ...(said ? { words: said } : {}) } }), '知道了，会重新安排')
  return (
    <>
      <ConfirmSheet
        open={asking === 'cancel'}
        onClose={onClose}
        title="撤销这张单吗"
        line="什么都不影响，想要了再点"
        word="撤销"
        tone="danger"
        busy={busy && '正在撤销…'}
        onConfirm={() => void cancel()}
      />
      <ConfirmSheet
        open={asking === 'reopen'}
        onClose={onClose}
        title="没办好，重新办吗"
        line="会告诉站里和来过的人，另外安排"
        word="重新办"
        busy={busy && '正在送…'}
        onConfirm={() => void reopen()}
      >
        <TextArea label="哪里没办好" optional maxLength={200} value={words} onInput={setWords} />
      </ConfirmSheet>
    </>
  )
}
