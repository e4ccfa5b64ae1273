import { cancelRedemption, type Redemption } from '@sidan/types/rewards'
import { voucherScan } from '@sidan/types/scans'
import { formatShortCode } from '@sidan/types/short-codes'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { shortUnit } from '../../shared/format/unit-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { Box, Span } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { CodeCard } from '../../shared/ui/code-card.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { Slip } from '../../shared/ui/slip.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { Tag } from '../../shared/ui/tag.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { lastDay } from './voucher-day.ts'

export interface VouchersProps {
  readonly vouchers: readonly Redemption[]
  readonly onDone: () => Promise<void>
}

/** 待领取: the code to be shown, what is held for it, and the way back. */
export function Vouchers({ vouchers, onDone }: VouchersProps) {
  const [large, setLarge] = useState<Redemption>()
  return (
    <>
      {vouchers.map((voucher) => (
        <Voucher key={voucher.redemptionId} voucher={voucher} onLarge={() => setLarge(voucher)} onDone={onDone} />
      ))}
      <Sheet
        open={large !== undefined}
        onClose={() => setLarge(undefined)}
        title={large?.title ?? ''}
        line={large ? `给${large.pickUpName}的人扫` : ''}
      >
        {large?.secret ? (
          <CodeCard value={voucherScan(large.secret)} what="领取码" typed={formatShortCode(large.code ?? '')} />
        ) : null}
      </Sheet>
    </>
  )
}

interface VoucherProps {
  readonly voucher: Redemption
  readonly onLarge: () => void
  readonly onDone: () => Promise<void>
}

function Voucher({ voucher, onLarge, onDone }: VoucherProps) {
  const words = useWords()
  const { act, busy } = useAct()
  const cancel = async () => {
    if (!(await act(() => call(cancelRedemption, { params: { redemptionId: voucher.redemptionId } })))) return
    toast(`${voucher.pricePoints} 分还给您了`)
    await onDone()
  }
  return (
    <Slip
      label={`${voucher.title}的券`}
      stub={
        <Box className="sd-between">
          <Span className="t-title sd-voucher-code">{formatShortCode(voucher.code ?? '')}</Span>
          <Box className="sd-line">
            <Button size="s" kind="outlined" busy={busy && '正在退…'} onPress={() => void cancel()}>
              不要了
            </Button>
            <Button size="s" kind="soft" onPress={onLarge}>
              放大给人扫
            </Button>
          </Box>
        </Box>
      }
    >
      <Subject
        size="title"
        title={voucher.title}
        line={`占着${voucher.payerName ? `${voucher.payerName}的` : ''} ${voucher.pricePoints} 分，领走才扣。${words.day(lastDay(voucher.pickUpBy))}为止，到${shortUnit(voucher.pickUpName)}${voucher.pickUpAddress ? `（${voucher.pickUpAddress}）` : ''}领`}
        tag={
          <Tag tone="warm" icon="ticket">
            待领取
          </Tag>
        }
        end={voucher.secret ? <CodeCard size="s" value={voucherScan(voucher.secret)} what="领取码" /> : undefined}
      />
    </Slip>
  )
}
