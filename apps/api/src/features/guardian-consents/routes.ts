import * as guardians from '@sidan/types/guardians'
import type { Crypto } from '../../platform/crypto.ts'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { giveConsent } from './give-consent.ts'
import { openRequest } from './open-request.ts'
import { readConsent, readGuardianship, readMinors, readRequest, readWard } from './reads.ts'
import { recordPaper } from './record-paper.ts'
import { guardianCodeOf, requestConsent } from './request-consent.ts'
import { withdrawConsent } from './withdraw-consent.ts'

const guess = { refusedAs: 'guardian-code-unknown', typed: () => true } as const

export function guardianConsentsRoutes(http: Http<Actor>, crypto: Crypto): void {
  http.read(guardians.getGuardianship, (tx, actor) => readGuardianship(tx, actor, crypto))
  http.write(guardians.askGuardian, {
    subject: 'new',
    run: (tx, actor, { body }, id) => requestConsent(tx, actor, crypto, id, body.goodForDays),
    show: async (tx, _actor, id) => ({
      code: guardianCodeOf(crypto, id),
      expiresAt: (await readRequest(tx, id)).expiresAt,
    }),
  })
  http.write(guardians.openGuardianRequest, {
    subject: () => undefined,
    guess,
    run: async (tx, _actor, { body }) => (await openRequest(tx, crypto, body.code)).id,
    show: (tx, _actor, id) => readRequest(tx, id),
  })
  http.write(guardians.agreeAsGuardian, {
    subject: 'new',
    guess,
    run: (tx, actor, { body }, id) => giveConsent(tx, actor, crypto, id, body),
    show: (tx, actor, id) => readWard(tx, actor, id),
  })
  http.write(guardians.recordPaperConsent, {
    subject: 'new',
    run: (tx, actor, { body }, id) => recordPaper(tx, actor, crypto, id, body),
    show: (tx, _actor, id) => readConsent(tx, crypto, id),
  })
  http.write(guardians.withdrawGuardianConsent, {
    subject: ({ params }) => params.consentId,
    run: (tx, actor, { params }) => withdrawConsent(tx, actor, params.consentId),
    show: async (_tx, _actor, consentId) => ({ consentId, withdrawn: true as const }),
  })
  http.read(guardians.listMinors, (tx, actor, { query }) =>
    readMinors(tx, actor, crypto, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
}
