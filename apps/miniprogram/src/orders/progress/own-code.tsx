import type { Order } from '@sidan/types/orders'
import { serviceScan } from '@sidan/types/scans'
import { formatShortCode } from '@sidan/types/short-codes'
import { go } from '../../shared/navigation/routes.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { CodeCard } from '../../shared/ui/code-card.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'

const shownIn: readonly Order['state'][] = ['submitted', 'triaged', 'dispatched', 'accepted', 'inService', 'reopened']

/** The recipient's own code: whoever comes scans it before and after, which proves the service. On a slip for who has no phone. */
export function OwnCode({ order }: { readonly order: Order }) {
  if (!order.serviceCode || !shownIn.includes(order.state)) return null
  const near = order.state === 'accepted' || order.state === 'inService'
  return (
    <Card>
      <SectionHead as="h3">服务码</SectionHead>
      <Box className="sd-stack">
        <Box className="t-small sd-ink-2">人到了，请他扫一下；做完再扫一下。时间就是这样记下的。</Box>
        <CodeCard
          value={serviceScan(order.serviceCode)}
          what="服务码"
          typed={formatShortCode(order.serviceCode)}
          size={near ? 'l' : 's'}
        />
        <Button kind="outlined" icon="printer" onPress={() => go('slip', { order: order.orderId })}>
          打一张纸条
        </Button>
      </Box>
    </Card>
  )
}
