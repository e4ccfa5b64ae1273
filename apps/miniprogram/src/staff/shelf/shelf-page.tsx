import type { UnitRef } from '@sidan/types/organisation'
import { listShelf, type ShelfItem, type StockMoveKind } from '@sidan/types/reward-shelf'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { problemText } from '../../shared/api/problem-text.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { go } from '../../shared/navigation/routes.ts'
import { More } from '../../shared/screen/more.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { UnitScreen } from '../unit-screen.tsx'
import { FormSheet } from './form-sheet.tsx'
import { ItemSheet } from './item-sheet.tsx'
import { MoveSheet } from './move-sheet.tsx'
import { ShelfList } from './shelf-list.tsx'

/** 货架: what the reward store has at a unit, kept by its staff. */
export default function ShelfPage() {
  return (
    <UnitScreen title="货架" signedOut="登录了才能理货。">
      {(unit) => <OneShelf unit={unit} />}
    </UnitScreen>
  )
}

/** What is done now: nothing, looking at an item, moving pieces of it, changing it, or adding one. */
type Doing = { itemId: string; what: 'look' | 'change' | StockMoveKind } | { what: 'add' }

function OneShelf({ unit }: { readonly unit: UnitRef }) {
  const { unitId } = unit
  const load = useCallback(
    (cursor?: string) => call(listShelf, { params: { unitId }, query: { cursor, limit: 50 } }),
    [unitId],
  )
  const { value, items, failure, reload, more } = usePages(load)
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const done = async () => {
    close()
    await reload()
  }
  if (!value) return failure ? <Empty>{problemText(failure)}</Empty> : null
  const look = ({ itemId }: ShelfItem) => setDoing({ itemId, what: 'look' })
  // As the list has it now: it may have been read anew since the item was tapped.
  const item = doing && 'itemId' in doing ? items.find(({ itemId }) => itemId === doing.itemId) : undefined
  return (
    <>
      <SectionHead>{unit.name}</SectionHead>
      {items.length === 0 ? (
        <Empty>{value.mayAdd ? '货架还是空的。' : '这里没有货架，东西放在站、所或中心。'}</Empty>
      ) : (
        <ShelfList items={items.filter(({ active }) => active)} label="在架上" onOpen={look} />
      )}
      {value.mayAdd ? (
        <Button icon="plus" onPress={() => setDoing({ what: 'add' })}>
          上架一样东西
        </Button>
      ) : null}
      <List>
        <Row
          icon="ticket"
          title="发出去的"
          line="七天内可以退货"
          onOpen={() => go('given', { unit: unitId, name: unit.name })}
        />
      </List>
      {items.some(({ active }) => !active) ? (
        <>
          <SectionHead>下架了的</SectionHead>
          <ShelfList items={items.filter(({ active }) => !active)} label="下架了的" onOpen={look} />
        </>
      ) : null}
      <More onTap={more} />
      {doing?.what === 'add' ? <FormSheet unit={unit} onClose={close} onDone={done} /> : null}
      {doing && 'itemId' in doing && item ? (
        doing.what === 'look' ? (
          <ItemSheet item={item} onDo={(what) => setDoing({ ...doing, what })} onClose={close} onDone={done} />
        ) : doing.what === 'change' ? (
          <FormSheet unit={unit} item={item} onClose={close} onDone={done} />
        ) : (
          <MoveSheet item={item} kind={doing.what} onClose={close} onDone={done} />
        )
      ) : null}
    </>
  )
}
