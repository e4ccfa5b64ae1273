import type { Order } from '@sidan/types/orders'
import { formatShortCode } from '@sidan/types/short-codes'
import { useWords } from '../../shared/format/use-words.ts'
import { eventWords } from '../../shared/orders/event-words.ts'
import { residentSentence, staffTitle, tells } from '../../shared/orders/order-sentence.ts'
import { orderTiles } from '../../shared/orders/order-tiles.ts'
import { RisksLine } from '../../shared/orders/risks-line.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { FourTiles } from '../../shared/ui/four-tiles.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { Slip } from '../../shared/ui/slip.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { Timeline } from '../../shared/ui/timeline.tsx'
import { Contact } from './contact.tsx'
import { Fulfilling } from './fulfilling.tsx'
import { OwnCode } from './own-code.tsx'
import { PoolPart } from './pool-part.tsx'
import { RatingPart } from './rating-part.tsx'
import { ResultPart } from './result-part.tsx'
import { Team } from './team.tsx'
import { TimePart } from './time-part.tsx'
import { WhoComes } from './who-comes.tsx'

export interface OrderPartsProps {
  readonly order: Order
  readonly onDone: () => Promise<void>
}

/** The order itself, in the parts this viewer may see. */
export function OrderParts({ order, onDone }: OrderPartsProps) {
  const words = useWords()
  const may = (verb: Order['allowedActions'][number]) => order.allowedActions.includes(verb)
  return (
    <>
      <Head order={order} />
      <Decided order={order} />
      {may('rate') ? <RatingPart order={order} onDone={onDone} /> : null}
      <WhoComes order={order} />
      {order.viewer === 'assignee' && isAhead(order.state) ? <Contact order={order} /> : null}
      {may('nameGoers') || (may('accept') && order.teamId) ? (
        <Team key={order.version} order={order} onDone={onDone} />
      ) : null}
      {may('fulfill') ? <Fulfilling order={order} onDone={onDone} /> : null}
      <OwnCode order={order} />
      {order.viewer === 'requester' ? <TimePart order={order} /> : null}
      {order.viewer === 'staff' ? <PoolPart order={order} /> : null}
      <ResultPart order={order} />
      <Card>
        <Timeline
          label="经过"
          events={order.events.map((event) => ({
            key: `${event.at} ${event.verb}`,
            what: eventWords(event),
            when: words.moment(event.at),
            why: event.reason ?? undefined,
            kind: event.verb === 'sendBack' || event.verb === 'reopen' ? 'correction' : 'done',
          }))}
        />
      </Card>
      {may('cancel') ? <Box className="sd-ink-2 sd-centre">不方便了随时可以撤销，什么都不影响。</Box> : null}
    </>
  )
}

/** Somebody is still to go there. */
const isAhead = (state: Order['state']): boolean => state === 'accepted' || state === 'inService'

function Head({ order }: { order: Order }) {
  const words = useWords()
  const resident = order.viewer === 'requester'
  const reader = resident ? 'resident' : order.viewer === 'asked' ? 'asked' : 'staff'
  const sentence = resident ? residentSentence(order, words.slot(order.slot)) : staffTitle(order)
  const place = order.place === 'home' ? '上门' : `到${order.station.name}`
  const line = resident
    ? [words.when(order), place, ...(tells(sentence, order.title) ? [] : [order.title])]
    : [words.when(order), place, order.requesterName, ...(order.proxyName ? [`${order.proxyName}代点`] : [])]
  return (
    <Slip label="这张单" stub={<FourTiles tiles={orderTiles(order, words.elder ? words.dayOf : words.moment)} />}>
      <Subject
        tag={<StatusTag state={order.state} reader={reader} late={order.overdue} />}
        aside={`单号 ${formatShortCode(order.shortCode)}`}
        title={sentence}
        line={line.join('·')}
      />
      {resident ? null : <RisksLine risks={order.risks} />}
      {order.note ? <Box className="t-small sd-ink-2">{`还说：${order.note}`}</Box> : null}
    </Slip>
  )
}

/** What was decided or is late, in words that say what to do. */
function Decided({ order }: { order: Order }) {
  const words = useWords()
  const reason = order.events.find((event) => event.verb === 'sendBack' || event.verb === 'reject')?.reason
  const why = [reason, order.decisionWords].filter(Boolean).join('。')
  if (order.state === 'returned')
    return (
      <Notice tone="warm" icon="return" title="请补充一点，再交上来">
        {why}
      </Notice>
    )
  if (order.state === 'rejected')
    return (
      <Notice tone="danger" icon="cross" title={why || '这张单没能办'}>
        {`想问清楚，打站里 ${order.station.phone}`}
      </Notice>
    )
  if (order.duplicateOfCode)
    return (
      <Notice tone="stone" icon="two-sheets">
        {`和单号 ${formatShortCode(order.duplicateOfCode)} 是一回事，那一张照常办`}
      </Notice>
    )
  if (order.dueAt === null) return null
  if (order.overdue)
    return (
      <Notice
        tone="danger"
        icon="warn"
        title={order.viewer === 'requester' ? '晚了，已报给上一级' : '过时了，已往上报'}
      >
        {order.viewer === 'requester' ? `有人在催。急的话打站里 ${order.station.phone}` : words.due(order.dueAt).words}
      </Notice>
    )
  return order.viewer === 'requester' && order.state === 'submitted' ? (
    <Notice tone="info" icon="clock">
      {`${words.by(order.dueAt)}一定有人答复您`}
    </Notice>
  ) : null
}
