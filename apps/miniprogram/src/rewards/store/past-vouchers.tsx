import type { Redemption } from '@sidan/types/rewards'
import { useWords } from '../../shared/format/use-words.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'

const words = {
  held: '待领取',
  used: '领走了',
  cancelled: '不要了，积分还回来了',
  expired: '没来领，积分还回来了',
  returned: '退货了，积分还回来了',
} as const

/** 我换过的: what was fetched, given back or left. */
export function PastVouchers({ vouchers }: { readonly vouchers: readonly Redemption[] }) {
  const { moment } = useWords()
  if (vouchers.length === 0) return <Empty>还没换过东西。</Empty>
  return (
    <List label="我换过的">
      {vouchers.map((voucher) => (
        <Row
          key={voucher.redemptionId}
          title={voucher.title}
          line={`${words[voucher.state]}·${moment(voucher.usedAt ?? voucher.createdAt)}${voucher.verifiedByName ? `·${voucher.verifiedByName}发的` : ''}`}
          value={<Box className="sd-points">{`${voucher.pricePoints} 分`}</Box>}
        />
      ))}
    </List>
  )
}
