import { getBalances } from '@sidan/types/ledger'
import { listMyRedemptions, listRewardItems, type Redemption, type RewardItem, redeemItem } from '@sidan/types/rewards'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { ConfirmSheet } from '../../shared/orders/confirm-sheet.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Stat } from '../../shared/ui/stat.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { PastVouchers } from './past-vouchers.tsx'
import { Shelf } from './shelf.tsx'
import { useOpening } from './use-opening.ts'
import { Vouchers } from './vouchers.tsx'

const load = async () => {
  const [shelf, mine, balances] = await Promise.all([
    call(listRewardItems, { query: { limit: 50 } }),
    call(listMyRedemptions),
    call(getBalances),
  ])
  if (!shelf.ok) return shelf
  if (!mine.ok) return mine
  if (!balances.ok) return balances
  const { nextExpiry } = balances.value
  return { ok: true as const, value: { shelf: shelf.value, mine: mine.value.items, nextExpiry } }
}

type Look = 'affordable' | 'all' | 'mine'

/** 爱心超市: vouchers to fetch first, then the shelf. */
export default function StorePage() {
  const { value, failure, reload } = useLoad(load)
  const [look, setLook] = useState<Look>('affordable')
  const [wanted, setWanted] = useState<RewardItem>()
  const { act, busy } = useAct()
  const words = useWords()
  const held = (voucher: Redemption) => voucher.state === 'held'
  const redeem = async (item: RewardItem) => {
    if (!(await act(() => call(redeemItem, { body: { itemId: item.itemId } })))) return
    setWanted(undefined)
    toast(`${item.title}，给您留着了`)
    await reload()
  }
  const shelf = value?.shelf
  useOpening(shelf?.items, reload)
  const items = shelf?.items.filter((item) => look === 'all' || item.affordable) ?? []
  return (
    <Screen
      title="爱心超市"
      load={{ value, failure, reload }}
      shapes={['head', 'slip', 'rows']}
      bar={
        value?.nextExpiry ? (
          <BottomBar
            note={`先用快过期的：${value.nextExpiry.points} 分，${words.day(value.nextExpiry.expiresOn)}到期`}
            noteIcon="info"
          />
        ) : undefined
      }
    >
      {value && shelf ? (
        <>
          <Box className="sd-between">
            <Stat
              coloured
              kind="points"
              before="可用"
              parts={[{ figure: String(shelf.availablePoints), unit: '分' }]}
            />
            <Button kind="text" icon="question" onPress={() => go('points')}>
              怎么来的
            </Button>
          </Box>
          <Vouchers vouchers={value.mine.filter(held)} onDone={reload} />
          <ChoiceChips<Look>
            label="看哪些"
            value={look}
            choices={[
              { value: 'affordable', word: `换得起 ${shelf.counts.affordable}` },
              { value: 'all', word: `全部 ${shelf.counts.all}` },
              { value: 'mine', word: '我换过的' },
            ]}
            onChoose={setLook}
          />
          {look === 'mine' ? (
            <PastVouchers vouchers={value.mine.filter((voucher) => !held(voucher))} />
          ) : (
            <Shelf items={items} onWant={setWanted} onAll={() => setLook('all')} />
          )}
          <ConfirmSheet
            open={wanted !== undefined}
            onClose={() => setWanted(undefined)}
            title={wanted ? `换${wanted.title}` : ''}
            line={
              wanted
                ? `先占着 ${wanted.pricePoints} 分，到${wanted.pickUpName}${wanted.pickUpAddress ? `（${wanted.pickUpAddress}）` : ''}领走才扣；不要了随时退`
                : ''
            }
            word={wanted ? `用 ${wanted.pricePoints} 分换` : ''}
            busy={busy && '正在换…'}
            onConfirm={() => wanted && void redeem(wanted)}
          />
        </>
      ) : null}
    </Screen>
  )
}
