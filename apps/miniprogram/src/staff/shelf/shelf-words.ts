/** The shelf in words, for its staff. */
import type { RewardIcon, ShelfItem, StockMove, StockMoveKind } from '@sidan/types/reward-shelf'
import { signed } from '../../shared/format/amount-words.ts'

export const iconWords: Readonly<Record<RewardIcon, string>> = {
  gift: '礼物',
  towel: '毛巾',
  tissue: '纸巾',
  bottle: '瓶子',
  rice: '米面',
  bag: '袋子',
  ticket: '票',
  book: '书',
  leaf: '花草',
  lamp: '灯',
  mobile: '手机',
  bus: '公交',
  scissors: '理发',
  heart: '爱心',
}

export const moveWords: Readonly<Record<StockMoveKind, string>> = {
  received: '进货',
  writtenOff: '报损',
  returned: '退回',
}

/** What a movement did to the shelf: 进货 +20, 报损 −3. */
export const moveTitle = ({ kind, count }: StockMove): string =>
  `${moveWords[kind]} ${signed(kind === 'received' ? count : -count)}`

/** Who and why: 陈姐·过期了; nobody is named for what a county began with. */
export const moveLine = ({ byName, words }: StockMove): string => [byName ?? '开张时', words].filter(Boolean).join('·')

/** 架上 41·留着 1·发出 3, and what was written off where there is any. */
export const countWords = (item: ShelfItem): string =>
  [
    item.stockCount > 0 ? `架上 ${item.stockCount}` : '没货了',
    item.heldCount > 0 && `留着 ${item.heldCount}`,
    item.handedOutCount > 0 && `发出 ${item.handedOutCount}`,
    item.writtenOffCount > 0 && `报损 ${item.writtenOffCount}`,
  ]
    .filter((part) => part !== false)
    .join('·')
