import { civilDay } from '@sidan/types/civil'
import { cancelRedemption, listMyRedemptions, listRewardItems, redeemItem } from '@sidan/types/rewards'
import { voucherScan } from '@sidan/types/scans'
import { formatShortCode } from '@sidan/types/short-codes'
import { View } from '@tarojs/components'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { dateText } from '../../shared/format/times.ts'
import { Button } from '../../shared/view/button.tsx'
import { CodeImage } from '../../shared/view/code-image.tsx'
import { Page } from '../../shared/view/page.tsx'

const load = async () => {
  const [shelf, mine] = await Promise.all([call(listRewardItems), call(listMyRedemptions)])
  if (!shelf.ok) return shelf
  return mine.ok ? { ok: true as const, value: { shelf: shelf.value, mine: mine.value.items } } : mine
}

/** The last day a voucher can be fetched: it ends with that day. */
const lastDay = (pickUpBy: string): string => dateText(civilDay(new Date(new Date(pickUpBy).getTime() - 1)))

/** 爱心超市: vouchers to fetch first, then the shelf. */
export default function StorePage() {
  const { value, failure, reload } = useLoad(load)
  const { act, busy } = useAct()
  const then = async (work: Parameters<typeof act>[0]) => {
    await act(work)
    await reload()
  }
  return (
    <Page title="爱心超市" loading={!value} failure={failure} onRetry={reload}>
      <View className="sd-between">
        <View className="sd-points">{`可用 ${value?.shelf.availablePoints ?? 0} 分`}</View>
      </View>
      {value?.mine
        .filter((voucher) => voucher.state === 'held')
        .map((voucher) => (
          <View key={voucher.redemptionId} className="sd-card">
            <View className="sd-tag warm">待领取</View>
            <View className="sd-title">{voucher.title}</View>
            <View className="sd-small">{`占着 ${voucher.pricePoints} 分，领走才扣・${lastDay(voucher.pickUpBy)}为止到${voucher.pickUpName}领`}</View>
            {voucher.secret && <CodeImage text={voucherScan(voucher.secret)} label="领取码" />}
            <View className="sd-between">
              <View className="sd-title">{formatShortCode(voucher.code ?? '')}</View>
              <Button
                busy={busy}
                onTap={() => then(() => call(cancelRedemption, { params: { redemptionId: voucher.redemptionId } }))}
              >
                不要了
              </Button>
            </View>
          </View>
        ))}
      <View className="sd-card">
        {value?.shelf.items.map((item) => (
          <View key={item.itemId} className="sd-row">
            <View className="sd-tile">{item.title.slice(0, 1)}</View>
            <View className="sd-grow">
              <View className="sd-strong">{item.title}</View>
              <View className="sd-small">
                {item.stockCount > 0 ? `还有 ${item.stockCount} 份・${item.pickUpName}` : '今天没货'}
              </View>
            </View>
            <View className="sd-points">{`${item.pricePoints} 分`}</View>
            {item.affordable && (
              <Button
                kind="soft"
                busy={busy}
                onTap={() => then(() => call(redeemItem, { body: { itemId: item.itemId } }))}
              >
                换
              </Button>
            )}
          </View>
        ))}
      </View>
    </Page>
  )
}
