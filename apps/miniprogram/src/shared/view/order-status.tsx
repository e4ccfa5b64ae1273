import type { OrderState } from '@sidan/types/order-states'
import type { OrderCard } from '@sidan/types/orders'
import { View } from '@tarojs/components'

type Look = { resident: string; staff: string; tone: '' | 'brand' | 'warm' | 'danger' | 'stone' }

/** An order's status in words and tone: colour says whose turn it is. */
const looks: Record<OrderState, Look> = {
  submitted: { resident: '已收到', staff: '待审单', tone: '' },
  triaged: { resident: '正在找人', staff: '待派单', tone: '' },
  dispatched: { resident: '等对方答应', staff: '待接单', tone: '' },
  accepted: { resident: '已有人接', staff: '已接单', tone: 'brand' },
  inService: { resident: '正在服务', staff: '服务中', tone: 'brand' },
  fulfilled: { resident: '请您评一评', staff: '待评单', tone: 'warm' },
  rated: { resident: '办好了', staff: '已办结', tone: 'stone' },
  closed: { resident: '办好了', staff: '已办结', tone: 'stone' },
  reopened: { resident: '重新办', staff: '重办', tone: 'warm' },
  returned: { resident: '退回补充', staff: '已退回', tone: 'warm' },
  rejected: { resident: '没能办', staff: '未通过', tone: 'danger' },
  cancelled: { resident: '已撤销', staff: '已撤销', tone: 'stone' },
  duplicate: { resident: '并到另一张单', staff: '并到另一张单', tone: 'stone' },
}

export function StatusTag({
  order,
  reads,
}: {
  order: Pick<OrderCard, 'state' | 'overdue'>
  reads: 'resident' | 'staff'
}) {
  const look = looks[order.state]
  return <View className={`sd-tag ${order.overdue ? 'danger' : look.tone}`}>{look[reads]}</View>
}

const seals = ['点', '派', '接', '评'] as const
const reached: Record<OrderState, number> = {
  submitted: 1,
  returned: 1,
  triaged: 1,
  reopened: 1,
  rejected: 1,
  cancelled: 1,
  duplicate: 1,
  dispatched: 2,
  accepted: 3,
  inService: 3,
  fulfilled: 3,
  rated: 4,
  closed: 4,
}

/** 点派接评: filled as they are done, outlined where somebody is on it. */
export function FourTiles({ state }: { state: OrderState }) {
  return (
    <View className="sd-steps">
      {seals.map((seal, index) => {
        const look = index < reached[state] ? 'done' : index === reached[state] ? 'now' : ''
        return (
          <View key={seal} className="sd-step">
            <View className={`sd-seal ${look}`}>{seal}</View>
            <View>{seal}单</View>
          </View>
        )
      })}
    </View>
  )
}
