import type { OrderCard } from '@sidan/types/orders'
import { View } from '@tarojs/components'
import { dueText, slotText } from '../format/times.ts'
import { go } from '../navigation/routes.ts'
import { Button } from './button.tsx'
import { StatusTag } from './order-status.tsx'

/** A list of orders: status left, time right, one action. */
export function OrderRows({
  orders,
  reads,
  empty,
}: {
  orders: OrderCard[]
  reads: 'resident' | 'staff'
  empty: string
}) {
  if (orders.length === 0) return <View className="sd-card sd-hint">{empty}</View>
  return (
    <View>
      {orders.map((order) => (
        <View key={order.orderId} className="sd-card">
          <View className="sd-between">
            <StatusTag order={order} reads={reads} />
            {order.dueAt && <View className={order.overdue ? 'sd-late' : 'sd-small'}>{dueText(order.dueAt)}</View>}
          </View>
          <View className="sd-strong">{order.title}</View>
          <View className="sd-small">
            {order.requesterName}・{order.stationName}・{slotText(order.slot)}
            {order.headCount ? `・约 ${order.headCount} 人` : ''}
          </View>
          <View className="sd-small">
            {order.risks
              .filter((risk) => risk.present)
              .map((risk) => risk.question)
              .join('・')}
          </View>
          <View className="sd-line">
            <Button kind="soft" wide onTap={() => go('progress', { order: order.orderId })}>
              打开
            </Button>
          </View>
        </View>
      ))}
    </View>
  )
}
