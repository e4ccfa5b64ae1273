import { getOrder } from '@sidan/types/orders'
import { serviceScan } from '@sidan/types/scans'
import { formatShortCode } from '@sidan/types/short-codes'
import { useRouter } from '@tarojs/taro'
import { useCallback } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { CodeCard } from '../../shared/ui/code-card.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { Slip } from '../../shared/ui/slip.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import './slip.css'

const canPrint = process.env.TARO_ENV === 'h5'

/** 纸条: for somebody without a phone — when somebody comes, the word at the door, whom to call, and the code to be scanned. */
export default function SlipPage() {
  const { order: orderId = '' } = useRouter().params
  const {
    value: order,
    failure,
    reload,
  } = useLoad(useCallback(() => call(getOrder, { params: { orderId } as never }), [orderId]))
  const words = useWords()
  return (
    <Screen
      title="纸条"
      load={{ value: order, failure, reload }}
      shapes={['slip']}
      bar={
        canPrint ? (
          <BottomBar>
            <Button size="l" grow icon="printer" onPress={() => window.print()}>
              打印
            </Button>
          </BottomBar>
        ) : (
          <BottomBar note="截屏发到打印机，或者在电脑上打开打印" noteIcon="info" />
        )
      }
    >
      {order ? (
        <Box className="sd-paper">
          <Slip
            label="纸条"
            stub={
              order.serviceCode ? (
                <CodeCard
                  value={serviceScan(order.serviceCode)}
                  what="服务码"
                  typed={formatShortCode(order.serviceCode)}
                />
              ) : (
                <Box>服务码只有点单的人看得到。</Box>
              )
            }
          >
            <Subject title={order.title} aside={`单号 ${formatShortCode(order.shortCode)}`} />
            <Facts
              facts={[
                { name: order.requesterKind === 'proxy' ? '替谁点的' : '点单的人', value: order.requesterName },
                { name: '什么时候', value: words.when(order) },
                { name: '谁来', value: order.assigneeName ?? order.teamName ?? '定了再告诉您' },
                ...(order.doorWord ? [{ name: '开门对一对', value: order.doorWord }] : []),
                { name: '有事打站里', value: `${order.station.name} ${order.station.phone}` },
                ...(order.proxyName ? [{ name: '代点的人', value: order.proxyName }] : []),
              ]}
            />
          </Slip>
          <Box className="t-small sd-ink-2 sd-centre">
            人来了，请他扫下面的码；做完再扫一次。免费，不用给钱，也不用给东西。
          </Box>
        </Box>
      ) : null}
    </Screen>
  )
}
