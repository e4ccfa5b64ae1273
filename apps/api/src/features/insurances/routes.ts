import type { AnswerOf } from '@sidan/types/endpoint'
import * as insurances from '@sidan/types/insurances'
import type { Crypto } from '../../platform/crypto.ts'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readInsurances, readMyInsurances } from './reads.ts'
import { recordInsurance } from './record-insurance.ts'
import { removeInsurance } from './remove-insurance.ts'

type Result = AnswerOf<typeof insurances.recordInsurances>['results'][number]

export function insurancesRoutes(http: Http<Actor>, crypto: Crypto): void {
  http.read(insurances.listMyInsurances, (tx, actor) => readMyInsurances(tx, actor, crypto))
  http.read(insurances.listInsurances, (tx, actor, { query }) =>
    readInsurances(tx, actor, crypto, { filter: query.filter, cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.each(insurances.recordInsurances, {
    items: ({ body }) => [...new Set(body.personIds)].map((personId, index) => ({ ...body, personId, index })),
    // By its place: another person there is another request.
    keyOf: ({ index }) => String(index),
    run: (tx, actor, input) => recordInsurance(tx, actor, crypto, input),
    show: async (_tx, _actor, { personId }): Promise<Result> => ({ personId, ok: true, code: null }),
    refused: ({ personId }, code) => ({ personId, ok: false, code }),
    reply: (results) => ({ results }),
  })
  http.write(insurances.removeInsurance, {
    subject: ({ params }) => params.insuranceId,
    run: (tx, actor, { params }) => removeInsurance(tx, actor, params.insuranceId),
    show: async (_tx, _actor, insuranceId) => ({ insuranceId, removed: true as const }),
  })
}
