import * as moves from '@sidan/types/order-moves'
import type { Order } from '@sidan/types/orders'
import { Input, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Button } from '../../shared/view/button.tsx'

/** What this person may do now; the server decides which. */
export function Actions({ order, onDone }: { order: Order; onDone: () => Promise<void> }) {
  const { act, busy } = useAct()
  const [stars, setStars] = useState(5)
  const [words, setWords] = useState('')
  const asks = { params: { orderId: order.orderId } }
  const version = order.version
  const run = async (work: Parameters<typeof act>[0]) => {
    if (await act(work)) await onDone()
  }
  const leave = async (work: Parameters<typeof act>[0]) => {
    if (await act(work)) await Taro.navigateBack().catch(() => go('home'))
  }
  const may = new Set(order.allowedActions)
  return (
    <View>
      {may.has('triage') && (
        <Act
          word="审核通过"
          kind="filled"
          busy={busy}
          onTap={() => run(() => call(moves.triageOrder, { ...asks, body: { version } }))}
        />
      )}
      {may.has('accept') && (
        <Act
          word="我来"
          kind="filled"
          busy={busy}
          onTap={() => run(() => call(moves.acceptOrder, { ...asks, body: { version } }))}
        />
      )}
      {may.has('decline') && (
        <Act
          word="暂不接"
          busy={busy}
          onTap={() => leave(() => call(moves.declineOrder, { ...asks, body: { version } }))}
        />
      )}
      {may.has('fulfill') && (
        <View className="sd-card">
          <Button wide onTap={() => go('clock', { order: order.orderId })}>
            签到签退
          </Button>
          <Input
            className="sd-input"
            value={words}
            placeholder="做了什么（可不填）"
            onInput={(event) => setWords(event.detail.value)}
          />
          <Act
            word="办完了"
            kind="filled"
            busy={busy}
            onTap={() =>
              run(() => call(moves.fulfillOrder, { ...asks, body: { version, ...(words ? { note: words } : {}) } }))
            }
          />
        </View>
      )}
      {may.has('rate') && (
        <View className="sd-card">
          <View className="sd-strong">办得怎么样</View>
          <View className="sd-line">
            {[1, 2, 3, 4, 5].map((count) => (
              <Button key={count} chosen={count === stars} onTap={() => setStars(count)}>
                {`${count} 星`}
              </Button>
            ))}
          </View>
          <Input
            className="sd-input"
            value={words}
            placeholder="想说一句（可不填）"
            onInput={(event) => setWords(event.detail.value)}
          />
          <Act
            word="评一评"
            kind="filled"
            busy={busy}
            onTap={() =>
              run(() => call(moves.rateOrder, { ...asks, body: { version, stars, ...(words ? { words } : {}) } }))
            }
          />
        </View>
      )}
      {may.has('reopen') && (
        <Act
          word="没办好，重新办"
          busy={busy}
          onTap={() => run(() => call(moves.reopenOrder, { ...asks, body: { version } }))}
        />
      )}
      {may.has('sendBack') && (
        <Act
          word="退回补充"
          busy={busy}
          onTap={() => run(() => call(moves.sendBackOrder, { ...asks, body: { version, reason: 'unclear' } }))}
        />
      )}
      {may.has('resubmit') && (
        <Act
          word="改好了，再交"
          kind="filled"
          busy={busy}
          onTap={() => run(() => call(moves.resubmitOrder, { ...asks, body: { version } }))}
        />
      )}
      {may.has('returnOrder') && (
        <Act
          word="来不了，退回"
          busy={busy}
          onTap={() => leave(() => call(moves.returnOrder, { ...asks, body: { version } }))}
        />
      )}
      {may.has('cancel') && (
        <Act word="撤销" busy={busy} onTap={() => run(() => call(moves.cancelOrder, { ...asks, body: { version } }))} />
      )}
      {may.has('cancel') && <View className="sd-hint">不方便了随时可以撤销，什么都不影响。</View>}
    </View>
  )
}

function Act({
  word,
  kind = 'outlined',
  busy,
  onTap,
}: {
  word: string
  kind?: 'filled' | 'outlined'
  busy: boolean
  onTap(): void
}) {
  return (
    <View className="sd-line">
      <Button kind={kind} wide busy={busy} onTap={onTap}>
        {word}
      </Button>
    </View>
  )
}
