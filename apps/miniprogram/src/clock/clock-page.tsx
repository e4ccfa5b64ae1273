import type { ClockEvent, ClockResult } from '@sidan/types/clock'
import { getMyClock } from '@sidan/types/clock'
import { listTasks } from '@sidan/types/dispatch'
import { Input, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../shared/api/call.ts'
import { useLoad } from '../shared/api/use-load.ts'
import { lengthText, momentText } from '../shared/format/times.ts'
import { useBackOnline } from '../shared/network/use-back-online.ts'
import { enqueue, flush, readQueue } from '../shared/offline/clock-queue.ts'
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

const load = async () => {
  const [clock, tasks] = await Promise.all([call(getMyClock), call(listTasks)])
  if (!clock.ok) return clock
  return tasks.ok ? { ok: true as const, value: { running: clock.value.running, tasks: tasks.value.items } } : tasks
}

/** 签到签退. Works without signal: what is scanned waits on the phone and says so, and is never shown as done before the server has it. */
export default function ClockPage() {
  const { order: asked } = useRouter().params
  const { value, failure, reload } = useLoad(load)
  const [code, setCode] = useState('')
  const [said, setSaid] = useState<string>()
  const [waiting, setWaiting] = useState(() => readQueue().length)
  const running = value?.running
  const orderId = running?.orderId ?? asked ?? value?.tasks[0]?.orderId
  const title = running?.title ?? value?.tasks.find((task) => task.orderId === orderId)?.title ?? ''
  const personId = readSession()?.personId ?? ''

  const send = async () => {
    const results = await flush(personId)
    setWaiting(readQueue().length)
    const last = results?.at(-1)
    if (results === undefined) setSaid('没有信号，照常服务。已记在手机里，有网会送上去')
    else if (last?.outcome === 'counted')
      setSaid(last.minutes === null ? '签到了' : `签退了，这次 ${lengthText(last.minutes)}，等站里核`)
    else if (last?.reason) setSaid(reasons[last.reason])
    await reload()
  }
  const clock = async (kind: ClockEvent['kind'], scanned: string) => {
    if (!orderId || !scanned) return
    enqueue(personId, { kind, orderId: orderId as ClockEvent['orderId'], scanned })
    setWaiting(readQueue().length)
    setCode('')
    await send()
  }
  const kind = running ? 'checkOut' : 'checkIn'
  const scan = async () => clock(kind, (await scanCode()) ?? '')
  useBackOnline(() => void (readQueue().length > 0 && send()))
  return (
    <Page title="签到签退" failure={value ? undefined : failure} onRetry={reload}>
      {waiting > 0 && (
        <View className="sd-notice stone">
          <View className="sd-strong">{`${waiting} 条等待同步`}</View>
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
