import { listMyOrders } from '@sidan/types/orders'
import type { Me } from '@sidan/types/people'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Tabs } from '../../shared/navigation/tabs.tsx'
import { OrderItem } from '../../shared/orders/order-item.tsx'
import { More } from '../../shared/screen/more.tsx'
import { type Loaded, Screen } from '../../shared/screen/screen.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'

const load = (cursor?: string) => call(listMyOrders, { query: { cursor, limit: 50 } })

export interface MyOrdersProps {
  readonly me: Loaded & { readonly value: Me | undefined }
  /** Staff came here from their work list, and go back to it. */
  readonly onWorkList?: () => void
}

/** 我的单子: what this person ordered, the newest first, and the way to what they may do for others. */
export function MyOrders({ me, onWorkList }: MyOrdersProps) {
  const { value, items, more, failure, reload } = usePages(load)
  const station = me.value?.homeStation
  const orderNow = () =>
    station && me.value
      ? go('station', { county: String(me.value.countyId), code: station.shortCode })
      : go('findStation', me.value ? { county: String(me.value.countyId) } : {})
  return (
    <Screen title="我的单子" back="none" load={{ value, failure, reload }} tabs={<Tabs current="orders" />}>
      {onWorkList || me.value?.volunteer ? (
        <List>
          {onWorkList ? <Row icon="tray" title="回到待办" onOpen={onWorkList} /> : null}
          {me.value?.volunteer ? <Row icon="hand" title="能接的单，我接的单" onOpen={() => go('offers')} /> : null}
        </List>
      ) : null}
      {items.length === 0 ? (
        <Empty action={<Button onPress={orderNow}>我要点单</Button>}>还没有单。扫一扫站里墙上的码，就能点。</Empty>
      ) : (
        items.map((order) => (
          <OrderItem
            key={order.orderId}
            order={order}
            reader="resident"
            actions={
              <Button
                kind={order.state === 'fulfilled' ? 'filled' : 'soft'}
                size="s"
                grow
                label={`${order.state === 'fulfilled' ? '评一评' : '看进度'}，${order.title}`}
                onPress={() => go('progress', { order: order.orderId })}
              >
                {order.state === 'fulfilled' ? '评一评' : order.state === 'returned' ? '去补充' : '看进度'}
              </Button>
            }
          />
        ))
      )}
      <More onTap={more} />
    </Screen>
  )
}
