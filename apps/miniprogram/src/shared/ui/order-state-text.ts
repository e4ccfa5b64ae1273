import type { OrderState } from '@sidan/types/order-states'
import type { IconName } from './icon-shapes.ts'
import type { Tone } from './tag.tsx'

/** Who reads an order's state; `asked` is the volunteer an order was sent to. */
export type StateReader = 'resident' | 'staff' | 'asked'

/** How one state reads. */
export interface StateLook {
  readonly word: string
  readonly icon: IconName
  readonly tone: Tone
}

interface Row {
  readonly icon: IconName
  readonly resident: readonly [string, Tone]
  readonly staff: readonly [string, Tone]
}

const row = (icon: IconName, resident: readonly [string, Tone], staff: readonly [string, Tone]): Row => ({
  icon,
  resident,
  staff,
})

/** The table of the visual guide, §5: icon, what the resident reads, what staff read. */
const looks: Record<OrderState, Row> = {
  submitted: row('tray', ['已收到', 'info'], ['待审单', 'info']),
  triaged: row('plane', ['正在找人', 'info'], ['待派单', 'info']),
  dispatched: row('hourglass', ['等对方答应', 'info'], ['待接单', 'info']),
  accepted: row('hand', ['已有人接', 'brand'], ['已接单', 'brand']),
  inService: row('clock', ['正在服务', 'brand'], ['服务中', 'brand']),
  fulfilled: row('star', ['请您评一评', 'warm'], ['待评单', 'info']),
  rated: row('check', ['办好了', 'stone'], ['已办结', 'stone']),
  closed: row('check', ['办好了', 'stone'], ['已办结', 'stone']),
  reopened: row('round-arrow', ['重新办', 'warm'], ['重办', 'warm']),
  returned: row('return', ['退回补充', 'warm'], ['已退回', 'warm']),
  rejected: row('cross', ['没能办', 'danger'], ['未通过', 'danger']),
  cancelled: row('cross', ['已撤销', 'stone'], ['已撤销', 'stone']),
  duplicate: row('two-sheets', ['并到另一张单', 'stone'], ['并到另一张单', 'stone']),
}

/** How a state reads. Late keeps the word and turns brick; a volunteer who is asked sees their own turn in apricot. */
export function stateLook(state: OrderState, reader: StateReader, late = false): StateLook {
  const { icon, resident, staff } = looks[state]
  const [word, tone] = reader === 'resident' ? resident : staff
  if (late) return { word, icon, tone: 'danger' }
  return { word, icon, tone: reader === 'asked' && state === 'dispatched' ? 'warm' : tone }
}
