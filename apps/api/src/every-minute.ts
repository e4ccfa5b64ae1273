/** What time alone brings about, in every county. */
import { remindAttendees } from './features/attendance/remind-attendees.ts'
import { closeClocks } from './features/clock/close-clock.ts'
import { closeOrders } from './features/deadlines/close-order.ts'
import { escalateOrders } from './features/deadlines/escalate-order.ts'
import { expireLots } from './features/ledger/expire-lot.ts'
import { expireRedemptions } from './features/rewards/expire-redemption.ts'
import { foldDays } from './features/roll-ups/fold-days.ts'
import { expireGifts } from './features/time-bank/return-gift.ts'
import { settlePledges } from './features/time-bank/settle-pledge.ts'
import { closeWaitlists } from './features/waitlist/close-waitlist.ts'
import { moveUpStalled } from './features/waitlist/move-up-waitlist.ts'
import { escalateWords } from './features/word-checks/escalate-words.ts'
import type { TimedTask } from './platform/jobs.ts'

export const everyMinute: Record<string, TimedTask> = {
  'escalate-orders': escalateOrders,
  'close-orders': closeOrders,
  'close-clocks': closeClocks,
  'expire-redemptions': expireRedemptions,
  'expire-lots': expireLots,
  'escalate-words': escalateWords,
  'expire-time-gifts': expireGifts,
  'settle-time-pledges': settlePledges,

  'move-up-waitlists': moveUpStalled,
  'close-waitlists': closeWaitlists,
  'remind-attendees': remindAttendees,

  'fold-days': foldDays,
}
