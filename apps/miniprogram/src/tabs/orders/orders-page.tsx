import { listMyOrders } from '@sidan/types/orders'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { OrderRows } from '../../shared/view/order-rows.tsx'
import { Page } from '../../shared/view/page.tsx'
import { TabBar } from '../../shared/view/tab-bar.tsx'

const load = () => call(listMyOrders)

/** 我的单子. */
export default function OrdersPage() {
  const { value, failure, reload } = useLoad(load)
  return (
    <Page title="我的单子" loading={!value} failure={failure} onRetry={reload}>
      <OrderRows orders={value?.items ?? []} reads="resident" empty="还没有单。扫一扫站里墙上的码，就能点。" />
      <TabBar on="orders" />
    </Page>
  )
}
