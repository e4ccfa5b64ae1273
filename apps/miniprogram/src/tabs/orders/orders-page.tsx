import { listMyOrders } from '@sidan/types/orders'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { More } from '../../shared/view/more.tsx'
import { OrderRows } from '../../shared/view/order-rows.tsx'
import { Page } from '../../shared/view/page.tsx'
import { TabBar } from '../../shared/view/tab-bar.tsx'

const load = (cursor?: string) => call(listMyOrders, { query: { cursor, limit: 50 } })

/** 我的单子. */
export default function OrdersPage() {
  const { value, items, more, failure, reload } = usePages(load)
  return (
    <Page title="我的单子" loading={!value} failure={failure} onRetry={reload}>
      <OrderRows orders={items} reads="resident" empty="还没有单。扫一扫站里墙上的码，就能点。" />
      <More onTap={more} />
      <TabBar on="orders" />
    </Page>
  )
}
