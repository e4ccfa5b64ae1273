import type { ClockEvent, ClockResult } from '@sidan/types/clock'
import { getMyClock } from '@sidan/types/clock'
import { listTasks } from '@sidan/types/dispatch'
import { Input, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../shared/api/call.ts'
import { problemText } from '../shared/api/problem-text.ts'
import { useLoad } from '../shared/api/use-load.ts'
import { lengthText, momentText } from '../shared/format/times.ts'
import { useBackOnline } from '../shared/network/use-back-online.ts'
import { enqueue, flush, ownQueue } from '../shared/offline/clock-queue.ts'
import { orKept } from '../shared/offline/kept.ts'
import { canScan, scanCode } from '../shared/scan/scan-code.ts'
import { readSession } from '../shared/session/session.ts'
import { Button } from '../shared/view/button.tsx'
import { Page } from '../shared/view/page.tsx'

const reasons: Record<NonNullable<ClockResult['reason']>, string> = {
  'code-unknown': '这个码不认得，记下了，等站里看',
  'code-of-other-place': '这是别处的码，记下了，等站里看',
  'not-going': '这张单没有安排您去，记下了，等站里看',
  'order-not-open': '这张单现在不在服务，记下了，等站里看',
  'clock-already-running': '已经签到过了',
  'no-clock-running': '还没签到，先签到',
  late: '送到得太晚，记下了，等站里看',
}

const load = () =>
  orKept('clock', readSession()?.personId ?? '', async () => {
    const [clock, tasks] = await Promise.all([call(getMyClock), call(listTasks)])
    if (!clock.ok) return clock
    return tasks.ok ? { ok: true, value: { running: clock.value.running, tasks: tasks.value.items } } : tasks
  })

/** What became of an event, in words; “done” only for what the server has. */
function resultText(result: ClockResult): string {
  if (result.outcome === 'counted')
    return result.minutes === null ? '签到了' : `签退了，这次 ${lengthText(result.minutes)}，等站里核`
  return result.reason ? reasons[result.reason] : '这张单不归您，没有记'
}

/** 签到签退. Works without signal: what is scanned waits on the phone and says so, and is never shown as done before the server has it. */
export default function ClockPage() {
  const { order: asked } = useRouter().params
  const { value, failure, reload } = useLoad(load)
  const [code, setCode] = useState('')
  const [said, setSaid] = useState<string>()
  const personId = readSession()?.personId ?? ''
  const [queue, setQueue] = useState(() => ownQueue(personId))
  // What waits on the phone is newer than what the server knows.
  const last = queue[queue.length - 1]
  const running = last
    ? last.kind === 'checkIn'
      ? { orderId: last.orderId, startedAt: last.deviceAt }
      : null
    : value?.running
  const orderId = running?.orderId ?? asked ?? value?.tasks[0]?.orderId
  const title = value?.tasks.find((task) => task.orderId === orderId)?.title ?? value?.running?.title ?? ''

  const send = async () => {
    const outcome = await flush(personId)
    setQueue(ownQueue(personId))
    if (outcome.ok) setSaid(outcome.value.map(resultText).pop())
    else setSaid(outcome.code === 'offline' ? '没有信号，照常服务。已记在手机里，有网会送上去' : problemText(outcome))
    await reload()
  }
  const clock = async (kind: ClockEvent['kind'], scanned: string) => {
    if (!orderId) return setSaid('先答应一张单，再签到')
    if (!scanned) return setSaid('先扫码，或者照着码输')
    enqueue(personId, { kind, orderId: orderId as ClockEvent['orderId'], scanned })
    setQueue(ownQueue(personId))
    setCode('')
    await send()
  }
  const kind = running ? 'checkOut' : 'checkIn'
  const scan = async () => clock(kind, (await scanCode()) ?? '')
  useBackOnline(() => void (ownQueue(personId).length > 0 && send()))
  return (
    <Page title="签到签退" failure={value ? undefined : failure} onRetry={reload}>
      {queue.length > 0 && (
        <View className="sd-notice stone">
          <View className="sd-strong">{`${queue.length} 条等待同步`}</View>
          <Button kind="text" onTap={send}>
            现在送
          </Button>
        </View>
      )}
      {said && <View className="sd-notice">{said}</View>}
      <View className="sd-card">
        {running && <View className="sd-small">{`${momentText(running.startedAt)} 签到，已经服务`}</View>}
        {running && (
          <View className="sd-num">
            {lengthText(Math.max(0, Math.floor((Date.now() - new Date(running.startedAt).getTime()) / 60_000)))}
          </View>
        )}
        <View className="sd-strong">{title || '没有答应的单'}</View>
        <View className="sd-small">扫对方单上的服务码，或者站里墙上的码；也可以照着输</View>
        <Input
          className="sd-input"
          value={code}
          placeholder="服务码或站码"
          onInput={(event) => setCode(event.detail.value)}
        />
        <View className="sd-line">
          <Button kind="filled" wide onTap={() => clock(kind, code)}>
            {running ? '签退' : '签到'}
          </Button>
          {canScan && <Button onTap={scan}>扫码</Button>}
        </View>
      </View>
      <View className="sd-hint">只算实际服务时间，路上的不算。</View>
    </Page>
  )
}
