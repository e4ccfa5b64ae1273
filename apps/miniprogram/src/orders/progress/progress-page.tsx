import { getOrder } from '@sidan/types/orders'
import { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { DispatchSheet } from '../../shared/orders/dispatch-sheet.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { ActionBar } from './action-bar.tsx'
import { ActionSheets } from './action-sheets.tsx'
import type { Asking } from './asking.ts'
import { OrderParts } from './order-parts.tsx'

/** One order, for whoever it concerns: what happens next, what may be done, and how it came so far. */
export default function ProgressPage() {
  const { order: orderId = '' } = useRouter().params
  const { value, failure, reload } = useLoad(
    useCallback(() => call(getOrder, { params: { orderId } as never }), [orderId]),
  )
  const [asking, setAsking] = useState<Asking>()
  return (
    <Screen
      title={value?.viewer === 'requester' ? '我的单子' : '服务订单'}
      load={{ value, failure, reload }}
      shapes={['slip', 'card', 'rows']}
      bar={value ? <ActionBar order={value} onAsk={setAsking} onDone={reload} /> : undefined}
    >
      {value ? (
        <>
          <OrderParts order={value} onDone={reload} />
          <ActionSheets
            key={value.version}
            order={value}
            asking={asking}
            onClose={() => setAsking(undefined)}
            onDone={reload}
          />
          <DispatchSheet
            order={asking === 'dispatch' ? value : undefined}
            onClose={() => setAsking(undefined)}
            onDone={reload}
          />
        </>
      ) : null}
    </Screen>
  )
}
