import type { Order } from '@sidan/types/orders'
import type { Decision } from '../../shared/orders/decide-sheets.tsx'

/** What is being asked about, in a sheet over the page. */
export type Asking = Decision | 'more' | 'dispatch' | 'decline' | 'returnOrder' | 'reopen' | 'cancel'

/** Whether an activity can be made of the order: by staff who decide on it, while it is to be served. */
export const mayOffer = ({ viewer, allowedActions }: Order): boolean =>
  viewer === 'staff' && (allowedActions.includes('triage') || allowedActions.includes('dispatch'))

export interface ActionSheetsProps {
  readonly order: Order
  readonly asking: Asking | undefined
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}
