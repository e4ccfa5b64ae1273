import { listOffers, listTasks } from '@sidan/types/dispatch'
import { View } from '@tarojs/components'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { OrderRows } from '../../shared/view/order-rows.tsx'
import { Page } from '../../shared/view/page.tsx'

const load = async () => {
  const [offers, tasks] = await Promise.all([call(listOffers), call(listTasks)])
  if (!offers.ok) return offers
  return tasks.ok ? { ok: true as const, value: { offers: offers.value.items, tasks: tasks.value.items } } : tasks
}

/** What was sent to this volunteer, what is open nearby, and what they said yes to. */
export default function OffersPage() {
  const { value, failure, reload } = useLoad(load)
  const sent = value?.offers.filter((offer) => offer.sentToMe) ?? []
  const open = value?.offers.filter((offer) => !offer.sentToMe) ?? []
  return (
    <Page title="能接的单" loading={!value} failure={failure} onRetry={reload}>
      <View className="sd-section">问您接不接</View>
      <OrderRows orders={sent} reads="staff" empty="现在没有派给您的。" />
      <View className="sd-section">可以认领，近的在前</View>
      <OrderRows orders={open} reads="staff" empty="附近没有等人认领的。" />
      <View className="sd-section">我答应的</View>
      <OrderRows orders={value?.tasks ?? []} reads="staff" empty="还没有答应的单。" />
    </Page>
  )
}
