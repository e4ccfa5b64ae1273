import * as moves from '@sidan/types/order-moves'
import type { OrderCard, ReasonOption } from '@sidan/types/orders'
import { formatShortCode, parseShortCode } from '@sidan/types/short-codes'
import { useState } from 'react'
import { call } from '../api/call.ts'
import { useAct } from '../api/use-load.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { toast } from '../ui/toast.tsx'
import { ReasonSheet } from './reason-sheet.tsx'

/** What staff may say to an order besides yes. */
export type Decision = 'sendBack' | 'reject' | 'markDuplicate'

export interface DecideSheetsProps {
  readonly order: Pick<OrderCard, 'orderId' | 'version' | 'requesterName' | 'title'>
  readonly decision: Decision | undefined
  readonly reasons: { readonly sendBack: readonly ReasonOption[]; readonly reject: readonly ReasonOption[] }
  readonly suggestedDuplicate?: string | undefined
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

/** 退回补充, 没能办, 并到另一张单: each with its reason, told to the one who asked. */
export function DecideSheets({ order, decision, reasons, suggestedDuplicate, onClose, onDone }: DecideSheetsProps) {
  const { act, busy } = useAct()
  const [typed, setTyped] = useState(suggestedDuplicate ? formatShortCode(suggestedDuplicate) : '')
  const { orderId, version } = order
  const run = async (work: Parameters<typeof act>[0], done: string) => {
    if (!(await act(work))) return
    onClose()
    toast(done)
    await onDone()
  }
  const given = (reason: string, words: string | undefined) => ({ version, reason, ...(words ? { words } : {}) })
  const code = parseShortCode(typed)
  const merge = () => {
    if (code === null) return
    const asking = { params: { orderId }, body: { version, duplicateOf: code } }
    void run(() => call(moves.markDuplicateOrder, asking), '并好了')
  }
  return (
    <>
      <ReasonSheet
        open={decision === 'sendBack'}
        onClose={onClose}
        title="退回补充"
        line={`${order.requesterName}补好了会再交上来`}
        reasons={reasons.sendBack}
        mayAdd
        busy={busy}
        onChoose={(reason, words) =>
          void run(() => call(moves.sendBackOrder, { params: { orderId }, body: given(reason, words) }), '退回了')
        }
      />
      <ReasonSheet
        open={decision === 'reject'}
        onClose={onClose}
        title="没能办"
        line={`${order.requesterName}会看到为什么，和该打哪个电话`}
        reasons={reasons.reject}
        mayAdd
        busy={busy}
        onChoose={(reason, words) =>
          void run(() => call(moves.rejectOrder, { params: { orderId }, body: given(reason, words) }), '记下了')
        }
      />
      <Sheet
        open={decision === 'markDuplicate'}
        onClose={onClose}
        title="并到另一张单"
        line="这一张就此结束，那一张照常办"
        foot={
          <Button
            size="l"
            busy={busy && '正在并…'}
            disabledBecause={code === null && (typed === '' ? '先填另一张单的单号' : '单号不对，再核对一下')}
            onPress={merge}
          >
            并过去
          </Button>
        }
      >
        <Field kind="code" label="另一张单的单号" placeholder="比如 7K2M-9X" value={typed} onInput={setTyped} />
      </Sheet>
    </>
  )
}
