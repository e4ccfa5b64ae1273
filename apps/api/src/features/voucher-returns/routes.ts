import * as returns from '@sidan/types/voucher-returns'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readGivenAtPartner, readGivenAtUnit, readReturned } from './reads.ts'
import { returnVoucher } from './return-voucher.ts'

export function voucherReturnsRoutes(http: Http<Actor>): void {
  http.read(returns.listGivenAtUnit, (tx, actor, { params, query }) =>
    readGivenAtUnit(tx, actor, params.unitId, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.read(returns.listGivenAtPartner, (tx, actor, { params, query }) =>
    readGivenAtPartner(tx, actor, params.partnerId, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.write(returns.returnVoucher, {
    subject: ({ params }) => params.redemptionId,
    run: (tx, actor, { params, body }) => returnVoucher(tx, actor, params.redemptionId, body),
    show: (tx, actor, redemptionId) => readReturned(tx, actor, redemptionId),
  })
}
