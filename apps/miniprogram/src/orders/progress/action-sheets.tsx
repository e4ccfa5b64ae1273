import { draftFromOrder } from '@sidan/types/activity-forms'
import * as moves from '@sidan/types/order-moves'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { go, goBack } from '../../shared/navigation/routes.ts'
import { DecideSheets, type Decision } from '../../shared/orders/decide-sheets.tsx'
import { ReasonSheet } from '../../shared/orders/reason-sheet.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { type ActionSheetsProps, mayOffer } from './asking.ts'
import { RequesterSheets } from './requester-sheets.tsx'

/** The sheets of one order: why, or whether really. */
export function ActionSheets({ order, asking, onClose, onDone }: ActionSheetsProps) {
  const { act, busy } = useAct()
  const [decision, setDecision] = useState<Decision>()
  const params = { orderId: order.orderId }
  const { version } = order
  const run = async (work: Parameters<typeof act>[0], done: string) => {
    if (!(await act(work))) return
    onClose()
    toast(done)
    goBack()
  }
  const leave = (move: typeof moves.declineOrder | typeof moves.returnOrder, done: string) => (reason?: string) =>
    void run(() => call(move, { params, body: { version, ...(reason ? { reason } : {}) } }), done)
  const decline = leave(moves.declineOrder, '好的，会另外找人，不影响您')
  const giveBack = leave(moves.returnOrder, '退回了，会另外找人，不影响您')
  /** The order stays as it is; what it says stands in the draft already. */
  const offer = async () => {
    const activity = await act(() => call(draftFromOrder, { params }))
    if (!activity) return
    onClose()
    toast('草稿有了，补上做什么、要当心什么')
    go('manage', { activity: activity.activityId })
  }
  const close = () => {
    setDecision(undefined)
    onClose()
  }
  const chosen = asking === 'sendBack' ? asking : decision
  return (
    <>
      <DecideSheets order={order} decision={chosen} reasons={order.reasons} onClose={close} onDone={onDone} />
      <Sheet open={asking === 'more' && !decision} onClose={close} title="还能这样办">
        <Box className="sd-stack">
          {order.allowedActions.includes('reject') ? (
            <Button kind="outlined" onPress={() => setDecision('reject')}>
              没能办
            </Button>
          ) : null}
          {order.allowedActions.includes('markDuplicate') ? (
            <Button kind="outlined" onPress={() => setDecision('markDuplicate')}>
              并到另一张单
            </Button>
          ) : null}
          {mayOffer(order) ? (
            <Button kind="outlined" busy={busy && '正在写…'} onPress={() => void offer()}>
              做成一次活动，招人来
            </Button>
          ) : null}
        </Box>
      </Sheet>
      <ReasonSheet
        open={asking === 'decline' || asking === 'returnOrder'}
        onClose={close}
        title={asking === 'returnOrder' ? '来不了，退回' : '暂不接'}
        line="不影响任何记录，说个原因好另外找人"
        reasons={order.reasons.decline}
        busy={busy}
        onChoose={asking === 'returnOrder' ? giveBack : decline}
        without="不说原因"
        onWithout={() => (asking === 'returnOrder' ? giveBack() : decline())}
      />
      <RequesterSheets order={order} asking={asking} onClose={onClose} onDone={onDone} />
    </>
  )
}
