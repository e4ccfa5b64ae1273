/** What the endpoints of the reward store's shelf are for. */
import type { EndpointDoc } from './endpoint-doc.ts'

export const rewardShelf: Record<string, EndpointDoc> = {
  listShelf: {
    summary:
      '货架: a unit’s items with their counts, closed and sold-out ones too; for its staff, those above, auditors',
    description: 'received = stock + held + handed out + written off, and received is what the movements brought.',
  },
  addShelfItem: {
    summary: '上架: puts something on a unit’s shelf, with its first pieces',
    description:
      '`opensAt` lets it be seen now and exchanged later; `limit` is so many per person within so many days.',
  },
  changeShelfItem: {
    summary: 'Changes title, icon, price, limit or opening time of an item',
    description: 'What is left out stays. A voucher that is held keeps its price.',
  },
  closeShelfItem: { summary: '下架: no new exchange; vouchers held are still honoured' },
  reopenShelfItem: { summary: '重新上架: a closed item can be exchanged again' },
  recordStockMove: {
    summary: '进货, 报损 or 退回: pieces come in, or leave the shelf without a voucher',
    description: 'Append-only. What leaves says why, and is never more than lies on the shelf.',
  },
  listStockMoves: { summary: 'Every movement of an item, newest first, with who did it and why' },
}
