/** 时间银行: what may be saved, given and set aside. Time credit is neither minutes served nor points, and is never sold (rule-13). */
import type { OrderState } from '@sidan/types/order-states'
import type { ProblemCode } from '@sidan/types/problems'
import type { RecordState, ServiceNature } from '@sidan/types/records'

/** Whether a record's minutes may be saved: approved voluntary service that was not saved, that nobody pays in time, within the year's cap. */
export function maySave(
  record: { state: RecordState; serviceNature: ServiceNature; minutes: number },
  so: { saved: boolean; pledged: boolean; savableMinutes: number },
): true | ProblemCode {
  if (record.state !== 'approved' || record.serviceNature !== 'voluntary' || record.minutes === 0)
    return 'record-not-approved'
  if (so.saved) return 'time-saved-already'
  if (so.pledged) return 'time-pledged'
  return record.minutes > so.savableMinutes ? 'over-saving-limit' : true
}

const open: ReadonlySet<OrderState> = new Set([
  'submitted',
  'returned',
  'triaged',
  'dispatched',
  'accepted',
  'reopened',
])

/** Whether time may be set aside for an order, or taken back: until somebody serves. */
export const isOpenForPledge = (state: OrderState): boolean => open.has(state)

/** What may be done with time for an order: set some aside once, and by whose it is take it back until somebody serves. */
export function pledgeActions(
  state: OrderState,
  pledge: 'held' | 'paid' | 'released' | null,
): ('pledge' | 'release')[] {
  if (!isOpenForPledge(state) || pledge === 'paid') return []
  return pledge === 'held' ? ['release'] : ['pledge']
}

const over: ReadonlySet<OrderState> = new Set(['closed', 'rejected', 'cancelled', 'duplicate'])
const served: ReadonlySet<OrderState> = new Set(['fulfilled', 'rated', 'closed'])

/** An order that time was set aside for, and what was served at it. */
export interface Served {
  state: OrderState
  /** Records that wait for a person or stand on public notice. */
  undecided: number
  /** Approved voluntary minutes that were not saved, in order of time. */
  records: readonly { chainId: string; personId: string; minutes: number }[]
}

/** Whether it is known what becomes of a pledge: everything is decided, and something was served or nothing will be. */
export const isSettled = ({ state, undecided, records }: Served): boolean =>
  undecided === 0 && (records.length > 0 ? served.has(state) || over.has(state) : over.has(state))

/** Shares of a pledge: each record its minutes, in order of time, as far as it reaches. */
export function sharesOf<R extends { minutes: number }>(
  pledgedMinutes: number,
  records: readonly R[],
): { record: R; minutes: number }[] {
  let left = pledgedMinutes
  return records.flatMap((record) => {
    const minutes = Math.min(left, record.minutes)
    left -= minutes
    return minutes > 0 ? [{ record, minutes }] : []
  })
}

/** From which of two accounts so many minutes are taken: first what was received, which could not be given on. */
export function partsOf(minutes: number, receivedMinutes: number): { received: number; own: number } {
  const received = Math.min(minutes, receivedMinutes)
  return { received, own: minutes - received }
}
