import type { OrderEvent } from '@sidan/types/orders'

const words: Record<OrderEvent['verb'], string> = {
  submit: '点了单',
  resubmit: '补充好，再交',
  triage: '审核通过',
  sendBack: '退回补充',
  reject: '没能办',
  markDuplicate: '并到另一张单',
  dispatch: '派单',
  accept: '接了单',
  decline: '暂不接',
  returnOrder: '来不了，退回',
  nameGoers: '定了谁去',
  start: '开始服务',
  fulfill: '办完了',
  rate: '评了一评',
  reopen: '要重新办',
  cancel: '撤销了',
  close: '办结',
  escalate: '过时了，往上报',
}

/** Who did what: 陈姐派给李师傅. */
export function eventWords(event: OrderEvent): string {
  const by = event.byName ?? ''
  if (event.verb === 'dispatch') return event.toName ? `${by}派给${event.toName}` : `${by}放出来，公开认领`
  return `${by}${words[event.verb]}`
}
