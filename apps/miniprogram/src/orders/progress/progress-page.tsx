import { getOrder, type Order } from '@sidan/types/orders'
import { serviceScan } from '@sidan/types/scans'
import { formatShortCode } from '@sidan/types/short-codes'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useCallback } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { momentText, slotText } from '../../shared/format/times.ts'
import { CodeImage } from '../../shared/view/code-image.tsx'
import { FourTiles, StatusTag } from '../../shared/view/order-status.tsx'
import { Page } from '../../shared/view/page.tsx'
import { Actions } from './actions.tsx'
import { Contact } from './contact.tsx'
import { Dispatch } from './dispatch.tsx'
import { eventText } from './event-text.ts'

/** One order, for whoever it concerns: what happens next, what may be done, and how it came so far. */
export default function ProgressPage() {
  const { order: orderId = '' } = useRouter().params
  const {
    value: order,
    failure,
    reload,
  } = useLoad(useCallback(() => call(getOrder, { params: { orderId } as never }), [orderId]))
  return (
    <Page loading={!order} failure={failure} onRetry={reload}>
      {order && (
        <>
          <Head order={order} />
          <Actions key={order.version} order={order} onDone={reload} />
          {order.allowedActions.includes('dispatch') && <Dispatch order={order} onDone={reload} />}
          {order.viewer === 'assignee' && <Contact order={order} />}
          {order.serviceCode && (
            <View className="sd-card">
              <View className="sd-strong">服务码</View>
              <View className="sd-small">来的人到了，请他扫这个码；做完再扫一次</View>
              <CodeImage text={serviceScan(order.serviceCode)} label="服务码" />
              <View className="sd-title">{order.serviceCode}</View>
            </View>
          )}
          <View className="sd-section">经过</View>
          <View className="sd-card">
            {order.events.map((event) => (
              <View key={`${event.at} ${event.verb}`} className="sd-row">
                <View className="sd-grow">
                  <View>{eventText(event)}</View>
                  {event.reason && <View className="sd-small">{event.reason}</View>}
                </View>
                <View className="sd-small">{momentText(event.at)}</View>
              </View>
            ))}
          </View>
        </>
      )}
    </Page>
  )
}

function Head({ order }: { order: Order }) {
  return (
    <View className="sd-card">
      <View className="sd-between">
        <StatusTag order={order} reads={order.viewer === 'requester' ? 'resident' : 'staff'} />
        <View className="sd-small">单号 {formatShortCode(order.shortCode)}</View>
      </View>
      <View className="sd-title">
        {order.assigneeName && order.state === 'accepted'
          ? `${order.assigneeName}${slotText(order.slot)}来`
          : order.title}
      </View>
      <View className="sd-small">
        {order.title}・{slotText(order.slot)}・{order.requesterName}・{order.stationName}
      </View>
      {order.dueAt && (
        <View className={order.overdue ? 'sd-late' : 'sd-small'}>
          {order.overdue ? '晚了，已往上报' : `${momentText(order.dueAt)} 前有人答复`}
        </View>
      )}
      <View className="sd-small">
        {order.risks
          .filter((risk) => risk.present)
          .map((risk) => risk.question)
          .join('・')}
      </View>
      {order.doorWord && <View className="sd-notice warm">开门前对一对：{order.doorWord}</View>}
      {order.rating && (
        <View className="sd-points">{`${'★'.repeat(order.rating.stars)} ${order.rating.words ?? ''}`}</View>
      )}
      <FourTiles state={order.state} />
    </View>
  )
}
