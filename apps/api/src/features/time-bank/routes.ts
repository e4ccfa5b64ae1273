import * as bank from '@sidan/types/time-bank'
import * as pool from '@sidan/types/time-pool'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { acceptGift } from './accept-gift.ts'
import { giveTime } from './give-time.ts'
import { giveToPool } from './give-to-pool.ts'
import { pledgeTime } from './pledge-time.ts'
import { readGift, readPledge, readReceived, readTimeBank, readTimeCredit } from './reads.ts'
import { cancelGift } from './return-gift.ts'
import { saveTime } from './save-time.ts'
import { releasePledge } from './settle-pledge.ts'

export function timeBankRoutes(http: Http<Actor>): void {
  http.read(bank.getTimeBank, (tx, actor) => readTimeBank(tx, actor))
  http.read(bank.listTimeCredit, (tx, actor, { query }) =>
    readTimeCredit(tx, actor, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.write(bank.saveTime, {
    subject: ({ body }) => body.recordId,
    run: (tx, actor, { body }) => saveTime(tx, actor, body.recordId),
    show: (tx, actor) => readTimeBank(tx, actor),
  })
  http.write(bank.giveTime, {
    subject: 'new',
    run: (tx, actor, { body }, giftId) => giveTime(tx, actor, giftId, body.minutes),
    show: (tx, actor, giftId) => readGift(tx, actor, giftId),
  })
  http.write(pool.giveToPool, {
    subject: 'new',
    run: (tx, actor, { body }, giftId) => giveToPool(tx, actor, giftId, body.minutes),
    show: (tx, actor) => readTimeBank(tx, actor),
  })
  http.write(bank.cancelTimeGift, {
    subject: ({ params }) => params.giftId,
    run: (tx, actor, { params }) => cancelGift(tx, actor, params.giftId),
    show: (tx, actor, giftId) => readGift(tx, actor, giftId),
  })
  http.write(bank.acceptTimeGift, {
    subject: () => undefined,
    guess: { refusedAs: 'gift-code-unknown', typed: () => true },
    run: (tx, actor, { body }) => acceptGift(tx, actor, body.code),
    show: (tx, actor, giftId) => readReceived(tx, actor, giftId),
  })
  http.read(bank.getTimePledge, (tx, actor, { params }) => readPledge(tx, actor, params.orderId))
  http.write(bank.pledgeTime, {
    subject: 'new',
    run: (tx, actor, { params, body }, pledgeId) =>
      pledgeTime(tx, actor, pledgeId, { orderId: params.orderId, minutes: body.minutes }),
    show: (tx, actor, _pledgeId, { params }) => readPledge(tx, actor, params.orderId),
  })
  http.write(bank.releaseTimePledge, {
    subject: ({ params }) => params.orderId,
    run: (tx, actor, { params }) => releasePledge(tx, actor, params.orderId),
    show: (tx, actor, orderId) => readPledge(tx, actor, orderId),
  })
}
