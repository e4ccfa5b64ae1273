import type { ClockEvent } from '@sidan/types/clock'
import { Button } from '../shared/ui/button.tsx'
import { Notice } from '../shared/ui/notice.tsx'

/** What waits on the phone, and why. */
export function Waiting({
  events,
  onSend,
}: {
  readonly events: readonly ClockEvent[]
  readonly onSend: () => Promise<void>
}) {
  return (
    <Notice
      tone="stone"
      icon="offline"
      title="没有信号，照常服务"
      aside={
        <Button kind="text" size="s" onPress={() => void onSend()}>
          现在送
        </Button>
      }
    >
      {`${events.length} 条等待同步，记在手机里，有网会自己送上去`}
    </Notice>
  )
}
