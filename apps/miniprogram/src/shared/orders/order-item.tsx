import type { OrderCard } from '@sidan/types/orders'
import type { ReactNode } from 'react'
import { shortUnit } from '../format/unit-words.ts'
import { useWords } from '../format/use-words.ts'
import { Card, CardActions } from '../ui/card.tsx'
import type { StateReader } from '../ui/order-state-text.ts'
import { StatusTag } from '../ui/status-tag.tsx'
import { Subject } from '../ui/subject.tsx'
import { residentSentence, staffTitle } from './order-sentence.ts'
import { RisksLine } from './risks-line.tsx'

export interface OrderItemProps {
  readonly order: OrderCard
  readonly reader: StateReader
  /** Ahead of the words: a `CheckTile` while several are picked. */
  readonly lead?: ReactNode
  /** Between the words and the verbs: a doubt, a hint. */
  readonly hint?: ReactNode
  /** The verbs at its foot. */
  readonly actions?: ReactNode
  readonly picked?: boolean
  /** Leaves the station out where the whole list is of one. */
  readonly ofStation?: string
}

/** An order in a list: status left, due time right, what it is, and what may be done on the spot. */
export function OrderItem({ order, reader, lead, hint, actions, picked, ofStation }: OrderItemProps) {
  const words = useWords()
  const due = order.dueAt === null ? undefined : words.due(order.dueAt)
  const resident = reader === 'resident'
  const when = words.soon(order)
  const line = resident
    ? [when, shortUnit(order.stationName)]
    : [
        order.requesterName,
        order.stationName === ofStation ? null : shortUnit(order.stationName),
        when,
        order.assigneeName ?? order.teamName,
      ]
  return (
    <Card {...(picked === undefined ? {} : { picked })}>
      <Subject
        size="card"
        tag={<StatusTag state={order.state} reader={reader} late={order.overdue} />}
        title={resident ? residentSentence(order, words.slot(order.slot)) : staffTitle(order)}
        line={line.filter(Boolean).join('·')}
        lead={lead}
        {...(due ? { aside: resident && due.late ? '晚了，已往上报' : due.words, late: due.late } : {})}
      />
      {resident ? null : <RisksLine risks={order.risks} />}
      {hint}
      {actions ? <CardActions>{actions}</CardActions> : null}
    </Card>
  )
}
