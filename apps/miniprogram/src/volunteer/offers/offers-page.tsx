import { listOffers, listTasks } from '@sidan/types/dispatch'
import type { ReplyOf } from '@sidan/types/endpoint'
import { acceptOrder, declineOrder } from '@sidan/types/order-moves'
import type { OrderCard } from '@sidan/types/orders'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { go } from '../../shared/navigation/routes.ts'
import { OrderItem } from '../../shared/orders/order-item.tsx'
import { ReasonSheet } from '../../shared/orders/reason-sheet.tsx'
import { nearnessWords } from '../../shared/orders/suggestion-words.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { toast } from '../../shared/ui/toast.tsx'

type Offer = ReplyOf<typeof listOffers>['items'][number]

const load = async () => {
  const [offers, tasks] = await Promise.all([call(listOffers), call(listTasks)])
  if (!offers.ok) return offers
  return tasks.ok ? { ok: true as const, value: { ...offers.value, tasks: tasks.value.items } } : tasks
}

/** What was sent to this volunteer, what they said yes to, and what is open nearby; yes and no are both one tap, and no costs nothing (rule-09). */
export default function OffersPage() {
  const { value, failure, reload } = useLoad(load)
  const [declining, setDeclining] = useState<Offer>()
  const { act, busy } = useAct()
  const sent = value?.items.filter((offer) => offer.sentToMe) ?? []
  const open = value?.items.filter((offer) => !offer.sentToMe) ?? []
  const decline = async (offer: Offer, reason?: string) => {
    const body = { version: offer.version, ...(reason ? { reason } : {}) }
    if (!(await act(() => call(declineOrder, { params: { orderId: offer.orderId }, body })))) return
    setDeclining(undefined)
    toast('好的，会另外找人，不影响您')
    await reload()
  }
  const offers = (items: readonly Offer[]) =>
    items.map((offer) => <Offered key={offer.orderId} offer={offer} onDecline={setDeclining} />)
  const nothing = value && value.items.length === 0 && value.tasks.length === 0
  return (
    <Screen title="能接的单" load={{ value, failure, reload }} shapes={['card', 'card']}>
      {nothing ? <Empty>现在没有等人的单。有了会通知您。</Empty> : null}
      {sent.length > 0 ? <SectionHead>问您接不接</SectionHead> : null}
      {offers(sent)}
      {value && value.tasks.length > 0 ? <SectionHead>我答应的</SectionHead> : null}
      {value?.tasks.map((task) => (
        <Accepted key={task.orderId} task={task} />
      ))}
      {open.length > 0 ? <SectionHead aside="近的在前">可以认领</SectionHead> : null}
      {offers(open)}
      <ReasonSheet
        open={declining !== undefined}
        onClose={() => setDeclining(undefined)}
        title="暂不接"
        line="不影响任何记录，说个原因好另外找人"
        reasons={value?.declineReasons ?? []}
        busy={busy}
        onChoose={(reason) => declining && void decline(declining, reason)}
        without="不说原因"
        onWithout={() => declining && void decline(declining)}
      />
    </Screen>
  )
}

function Offered({ offer, onDecline }: { offer: Offer; onDecline: (offer: Offer) => void }) {
  const { act, busy } = useAct()
  const look = () => go('progress', { order: offer.orderId })
  const accept = async () => {
    const asking = { params: { orderId: offer.orderId }, body: { version: offer.version } }
    if (await act(() => call(acceptOrder, asking))) look()
  }
  const may = (verb: OrderCard['allowedActions'][number]) => offer.allowedActions.includes(verb)
  return (
    <OrderItem
      order={offer}
      reader="asked"
      hint={<Box className="t-small sd-ink-2">{nearnessWords(offer.nearness)}</Box>}
      actions={
        <>
          {offer.forTeamId ? (
            <Button size="s" grow label={`替队伍看，${offer.title}`} onPress={look}>
              替队伍接，定谁去
            </Button>
          ) : (
            <Button size="s" grow busy={busy && '正在接…'} label={`我来，${offer.title}`} onPress={() => void accept()}>
              我来
            </Button>
          )}
          {may('decline') ? (
            <Button size="s" kind="outlined" label={`暂不接，${offer.title}`} onPress={() => onDecline(offer)}>
              暂不接
            </Button>
          ) : null}
          <Button size="s" kind="outlined" label={`看单，${offer.title}`} onPress={look}>
            看单
          </Button>
        </>
      }
    />
  )
}

function Accepted({ task }: { task: OrderCard }) {
  return (
    <OrderItem
      order={task}
      reader="staff"
      actions={
        <>
          <Button size="s" grow kind="soft" icon="scan" onPress={() => go('clock', { order: task.orderId })}>
            {task.state === 'inService' ? '签退' : '签到'}
          </Button>
          <Button
            size="s"
            kind="outlined"
            label={`看单，${task.title}`}
            onPress={() => go('progress', { order: task.orderId })}
          >
            看单
          </Button>
        </>
      }
    />
  )
}
