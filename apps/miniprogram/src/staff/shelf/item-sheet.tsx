import {
  closeShelfItem,
  listStockMoves,
  reopenShelfItem,
  type ShelfItem,
  type StockMoveKind,
} from '@sidan/types/reward-shelf'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, usePages } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { limitWords, opensWords, yuanWords } from '../../shared/rewards/item-words.ts'
import { More } from '../../shared/screen/more.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { Timeline } from '../../shared/ui/timeline.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { moveLine, moveTitle, moveWords } from './shelf-words.ts'

interface ItemSheetProps {
  readonly item: ShelfItem
  readonly onDo: (what: 'change' | StockMoveKind) => void
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

/** One item: how many are where, what can be done, and every piece that came or went. */
export function ItemSheet({ item, onDo, onClose, onDone }: ItemSheetProps) {
  const words = useWords()
  const may = (action: ShelfItem['allowedActions'][number]) => item.allowedActions.includes(action)
  const about = [
    `${item.pricePoints} 分`,
    item.partner && `${item.partner.name}发，每份补 ${yuanWords(item.partner.feeFen)}`,
    item.limit && limitWords(item.limit),
    item.opensAt && item.opensAt > words.now && opensWords(item.opensAt, words),
  ].filter(Boolean)
  return (
    <Sheet
      open
      onClose={onClose}
      title={item.title}
      line={about.join('·')}
      foot={
        may('move') ? (
          <Button size="l" grow icon="plus" onPress={() => onDo('received')}>
            {moveWords.received}
          </Button>
        ) : undefined
      }
    >
      <Box className="sd-stack">
        <Facts
          facts={[
            { name: '架上', value: `${item.stockCount} 份` },
            { name: '等人来领', value: `${item.heldCount} 份` },
            { name: '发出去了', value: `${item.handedOutCount} 份` },
            { name: '报损', value: `${item.writtenOffCount} 份` },
            { name: '一共进了', value: `${item.receivedCount} 份` },
          ]}
        />
        <Box className="sd-actions">
          {may('move') && item.stockCount > 0
            ? (['writtenOff', 'returned'] as const).map((kind) => (
                <Button key={kind} kind="outlined" size="s" onPress={() => onDo(kind)}>
                  {moveWords[kind]}
                </Button>
              ))
            : null}
          {may('change') ? (
            <Button kind="outlined" size="s" onPress={() => onDo('change')}>
              改一改
            </Button>
          ) : null}
          <SetActive item={item} onDone={onDone} />
        </Box>
        <Moves itemId={item.itemId} />
      </Box>
    </Sheet>
  )
}

/** 下架 asks once more where it stands; 重新上架 does not. */
function SetActive({ item, onDone }: { readonly item: ShelfItem; readonly onDone: () => Promise<void> }) {
  const [sure, setSure] = useState(false)
  const { act, busy } = useAct()
  const params = { itemId: item.itemId }
  const set = async () => {
    if (!(await act(() => call(item.active ? closeShelfItem : reopenShelfItem, { params })))) return
    toast(item.active ? `${item.title}下架了，换了没领的照样能领` : `${item.title}又上架了`)
    await onDone()
  }
  if (item.allowedActions.includes('reopen'))
    return (
      <Button kind="outlined" size="s" busy={busy && '正在办…'} onPress={() => void set()}>
        重新上架
      </Button>
    )
  if (!item.allowedActions.includes('close')) return null
  return (
    <Button
      kind="outlined"
      size="s"
      tone={sure ? 'danger' : 'brand'}
      busy={busy && '正在办…'}
      onPress={() => (sure ? void set() : setSure(true))}
    >
      {sure ? '真的下架' : '下架'}
    </Button>
  )
}

function Moves({ itemId }: Pick<ShelfItem, 'itemId'>) {
  const words = useWords()
  const load = useCallback(
    (cursor?: string) => call(listStockMoves, { params: { itemId }, query: { cursor, limit: 10 } }),
    [itemId],
  )
  const { items, more } = usePages(load)
  if (items.length === 0) return null
  return (
    <>
      <SectionHead as="h3">进出</SectionHead>
      <Timeline
        label="进出"
        events={items.map((move) => ({
          key: move.moveId,
          what: moveTitle(move),
          when: words.moment(move.at),
          why: moveLine(move),
        }))}
      />
      <More onTap={more} />
    </>
  )
}
