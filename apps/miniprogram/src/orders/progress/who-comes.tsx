import type { Order } from '@sidan/types/orders'
import { Avatar } from '../../shared/ui/avatar.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Notice } from '../../shared/ui/notice.tsx'

/** Who comes, and the word both sides compare at the door. */
export function WhoComes({ order }: { readonly order: Order }) {
  const who = order.assigneeName ?? (order.goers.length > 0 ? order.teamName : null)
  if (order.viewer === 'assignee' || !who || order.state === 'fulfilled' || order.rating) return null
  const names = order.goers.map((goer) => goer.displayName)
  return (
    <Card>
      <Box className="sd-stack">
        <Box className="sd-line">
          <Avatar name={who} />
          <Box className="sd-grow">
            <Box className="sd-strong">{who}</Box>
            <Box className="t-small sd-ink-2">
              {names.length > 0 && names[0] !== who ? `来的人：${names.join('、')}` : (order.teamName ?? '志愿者')}
            </Box>
          </Box>
        </Box>
        {order.doorWord ? (
          <Notice tone="warm" icon="shield-check" aside={<Box className="t-page">{order.doorWord}</Box>}>
            开门前对一对，来的人也有
          </Notice>
        ) : null}
      </Box>
    </Card>
  )
}
