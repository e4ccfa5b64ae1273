import type { OrderState } from '@sidan/types/order-states'
import { type StateReader, stateLook } from './order-state-text.ts'
import { Tag } from './tag.tsx'

export interface StatusTagProps {
  readonly state: OrderState
  readonly reader: StateReader
  readonly late?: boolean
}

/** An order's state: word, icon and colour for the one who reads it. */
export function StatusTag({ state, reader, late = false }: StatusTagProps) {
  const { word, icon, tone } = stateLook(state, reader, late)
  return (
    <Tag tone={tone} icon={icon}>
      {word}
    </Tag>
  )
}
