import type { RewardItem } from '@sidan/types/rewards'
import { shortUnit } from '../../shared/format/unit-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { limitWords, opensWords } from '../../shared/rewards/item-words.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { iconOf } from '../../shared/ui/icon-shapes.ts'
import { IconTile } from '../../shared/ui/icon-tile.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { firstPayer, type Payer } from './payers.ts'

export interface ShelfProps {
  readonly items: readonly RewardItem[]
  readonly payers: readonly Payer[]
  readonly onWant: (item: RewardItem) => void
  readonly onAll: () => void
}

/** 明天 8:00 开始换·还有 5 份·城畈社区站·每人 30 天限 1 份 */
const lineOf = (item: RewardItem, opens: string | null): string =>
  [
    opens,
    ...(item.stockCount > 0 ? [`还有 ${item.stockCount} 份`, shortUnit(item.pickUpName)] : ['今天没货']),
    item.limit && limitWords(item.limit),
  ]
    .filter(Boolean)
    .join('·')

/** What is on the shelf, with its price; what cannot be had says why. */
export function Shelf({ items, payers, onWant, onAll }: ShelfProps) {
  const words = useWords()
  if (items.length === 0)
    return (
      <Empty
        action={
          <Button kind="soft" onPress={onAll}>
            看全部
          </Button>
        }
      >
        现在的积分还换不了，再做一次志愿服务就近了。
      </Empty>
    )
  return (
    <List indented label="货架">
      {items.map((item) => (
        <Row
          key={item.itemId}
          lead={<IconTile icon={iconOf(item.icon)} tone="plain" />}
          weight="strong"
          title={item.title}
          line={lineOf(item, item.opensAt && opensWords(item.opensAt, words))}
          value={<Box className="sd-points">{`${item.pricePoints} 分`}</Box>}
          action={
            firstPayer(payers, item.pricePoints) && item.opensAt === null && item.stockCount > 0 ? (
              <Button kind="soft" size="s" label={`换，${item.title}`} onPress={() => onWant(item)}>
                换
              </Button>
            ) : undefined
          }
        />
      ))}
    </List>
  )
}
