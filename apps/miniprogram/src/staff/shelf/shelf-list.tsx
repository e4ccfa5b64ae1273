import type { ShelfItem } from '@sidan/types/reward-shelf'
import { useWords } from '../../shared/format/use-words.ts'
import { opensWords } from '../../shared/rewards/item-words.ts'
import { Box } from '../../shared/ui/box.tsx'
import { iconOf } from '../../shared/ui/icon-shapes.ts'
import { IconTile } from '../../shared/ui/icon-tile.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { countWords } from './shelf-words.ts'

interface ShelfListProps {
  readonly items: readonly ShelfItem[]
  readonly label: string
  readonly onOpen: (item: ShelfItem) => void
}

/** Items with their counts; one that opens later says when. */
export function ShelfList({ items, label, onOpen }: ShelfListProps) {
  const words = useWords()
  if (items.length === 0) return null
  return (
    <List indented label={label}>
      {items.map((item) => (
        <Row
          key={item.itemId}
          lead={<IconTile icon={iconOf(item.icon)} tone="plain" />}
          weight="strong"
          title={item.title}
          line={
            item.active && item.opensAt !== null && item.opensAt > words.now
              ? `${opensWords(item.opensAt, words)}·${countWords(item)}`
              : countWords(item)
          }
          value={<Box className="sd-points">{`${item.pricePoints} 分`}</Box>}
          onOpen={() => onOpen(item)}
        />
      ))}
    </List>
  )
}
