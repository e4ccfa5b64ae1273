import { acceptOrder, triageOrder } from '@sidan/types/order-moves'
import type { Order } from '@sidan/types/orders'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { go } from '../../shared/navigation/routes.ts'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { dial } from '../../shared/ui/call-button.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { type Asking, mayOffer } from './asking.ts'

export interface ActionBarProps {
  readonly order: Order
  readonly onAsk: (asking: Asking) => void
  readonly onDone: () => Promise<void>
}

/** What stands in the bar; the rest has its place on the page. */
const barVerbs: readonly Order['allowedActions'][number][] = [
  'triage',
  'sendBack',
  'reject',
  'markDuplicate',
  'dispatch',
  'accept',
  'decline',
  'returnOrder',
  'reopen',
  'cancel',
  'resubmit',
]

/** What this person may do now, the likeliest filled; the server decides which there are. */
export function ActionBar({ order, onAsk, onDone }: ActionBarProps) {
  const { act, busy } = useAct()
  const may = (verb: Order['allowedActions'][number]) => order.allowedActions.includes(verb)
  const asking = { params: { orderId: order.orderId }, body: { version: order.version } }
  const run = async (work: Parameters<typeof act>[0], done: string) => {
    if (!(await act(work))) return
    toast(done)
    await onDone()
  }
  if (order.viewer !== 'requester' && !barVerbs.some(may)) return null
  const asksTeam = may('accept') && order.teamId !== null
  const redispatch = order.state === 'dispatched' || order.state === 'accepted'
  const { phone } = order.station
  return (
    <BottomBar>
      {may('sendBack') ? <Quiet word="退回" onPress={() => onAsk('sendBack')} /> : null}
      {may('reject') || may('markDuplicate') || mayOffer(order) ? (
        <Quiet word="更多" onPress={() => onAsk('more')} />
      ) : null}
      {may('decline') ? <Quiet word="暂不接" onPress={() => onAsk('decline')} /> : null}
      {may('returnOrder') ? <Quiet grow word="来不了，退回" onPress={() => onAsk('returnOrder')} /> : null}
      {may('reopen') ? <Quiet word="没办好，重新办" onPress={() => onAsk('reopen')} /> : null}
      {may('cancel') ? <Quiet word="撤销" onPress={() => onAsk('cancel')} /> : null}
      {may('triage') ? (
        <Button
          size="l"
          grow
          busy={busy && '正在办…'}
          onPress={() => void run(() => call(triageOrder, asking), '审核通过')}
        >
          审核通过
        </Button>
      ) : null}
      {may('dispatch') ? (
        <Button
          size="l"
          grow
          kind={redispatch || may('triage') ? 'outlined' : 'filled'}
          onPress={() => onAsk('dispatch')}
        >
          {redispatch ? '改派' : '派单'}
        </Button>
      ) : null}
      {may('accept') && !asksTeam ? (
        <Button
          size="l"
          grow
          busy={busy && '正在接…'}
          onPress={() => void run(() => call(acceptOrder, asking), '接下了，看地址和号码再去')}
        >
          我来
        </Button>
      ) : null}
      {may('resubmit') ? (
        <Button size="l" grow onPress={() => go('resubmit', { order: order.orderId })}>
          去补充
        </Button>
      ) : null}
      {order.viewer === 'requester' && !may('resubmit') ? (
        <Button size="l" grow kind="soft" icon="phone" dials={phone} onPress={() => dial(phone)}>
          打电话问站里
        </Button>
      ) : null}
    </BottomBar>
  )
}

function Quiet({ word, onPress, grow = false }: { word: string; onPress: () => void; grow?: boolean }) {
  return (
    <Button size="l" kind="outlined" grow={grow} onPress={onPress}>
      {word}
    </Button>
  )
}
