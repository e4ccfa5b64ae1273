import { getFamily } from '@sidan/types/families'
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
import { firstPayer, payersOf } from './payers.ts'
import { Shelf } from './shelf.tsx'
import { useOpening } from './use-opening.ts'
import { Vouchers } from './vouchers.tsx'

const load = async () => {
  const [shelf, mine, balances, family] = await Promise.all([
    call(listRewardItems, { query: { limit: 50 } }),
    call(listMyRedemptions),
    call(getBalances),
    call(getFamily),
  ])
  if (!shelf.ok) return shelf
  if (!mine.ok) return mine
  if (!balances.ok) return balances
  if (!family.ok) return family
  const { nextExpiry } = balances.value
  return {
    ok: true as const,
    value: { shelf: shelf.value, mine: mine.value.items, nextExpiry, family: family.value.family?.members ?? [] },
  }
}

type Look = 'affordable' | 'all' | 'mine'

/** 爱心超市: vouchers to fetch first, then the shelf. */
export default function StorePage() {
  const { value, failure, reload } = useLoad(load)
  const [look, setLook] = useState<Look>('affordable')
  const [wanted, setWanted] = useState<RewardItem>()
  const [chosen, setChosen] = useState<string>()
  const { act, busy } = useAct()
  const words = useWords()
  const held = (voucher: Redemption) => voucher.state === 'held'
  const payers = payersOf(value?.shelf.availablePoints ?? 0, value?.family ?? [])
  const payer = payers.find(({ personId }) => personId === chosen) ?? (wanted && firstPayer(payers, wanted.pricePoints))
  const want = (item: RewardItem) => {
    setChosen(undefined)
    setWanted(item)
  }
  const redeem = async ({ itemId, title }: RewardItem) => {
    const body = { itemId, ...(payer?.personId ? { payerId: payer.personId } : {}) }
    if (!(await act(() => call(redeemItem, { body })))) return
    setWanted(undefined)
    toast(`${title}，给您留着了`)
    await reload()
  }
  const shelf = value?.shelf
  useOpening(shelf?.items, reload)
  const within = (shelf?.items ?? []).filter(
    ({ pricePoints, stockCount }) => stockCount > 0 && firstPayer(payers, pricePoints) !== undefined,
  )
  const items = look === 'all' ? (shelf?.items ?? []) : within
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
              { value: 'affordable', word: `换得起 ${within.length}` },
              { value: 'all', word: `全部 ${shelf.allCount}` },
              { value: 'mine', word: '我换过的' },
            ]}
            onChoose={setLook}
          />
          {look === 'mine' ? (
            <PastVouchers vouchers={value.mine.filter((voucher) => !held(voucher))} />
          ) : (
            <Shelf items={items} payers={payers} onWant={want} onAll={() => setLook('all')} />
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
          >
            {wanted && payers.length > 1 ? (
              <ChoiceChips
                label="用谁的积分"
                value={payer?.personId ?? ''}
                choices={payers
                  .filter(({ points }) => points >= wanted.pricePoints)
                  .map(({ personId, name, points }) => ({
                    value: personId as string,
                    word: `${name}的，${points} 分`,
                  }))}
                onChoose={setChosen}
              />
            ) : null}
          </ConfirmSheet>
        </>
      ) : null}
    </Screen>
  )
}
