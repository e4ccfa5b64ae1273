import * as benefits from '@sidan/types/benefits'
import { readScan } from '@sidan/types/scans'
import type { Crypto } from '../../platform/crypto.ts'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readVerifiedUse, readVerifiedUses } from './read-verified.ts'
import { readBenefitCodes, readBenefitUses, readMyBenefits } from './reads.ts'
import { undoUse } from './undo-use.ts'
import { verifyBenefit } from './verify-benefit.ts'

export function benefitsRoutes(http: Http<Actor>, crypto: Crypto): void {
  http.read(benefits.listMyBenefits, (tx, actor) => readMyBenefits(tx, actor))
  http.read(benefits.listBenefitUses, (tx, actor, { query }) =>
    readBenefitUses(tx, actor, { ...query, limit: pageLimit(query.limit) }),
  )
  http.read(benefits.getBenefitCodes, (tx, actor, { query }) => readBenefitCodes(tx, actor, crypto, query.benefit))
  http.write(benefits.verifyBenefit, {
    subject: () => undefined,
    // A scanned mac has 80 bits: nobody guesses it.
    guess: { refusedAs: 'benefit-code-unknown', typed: ({ body }) => readScan(body.code)?.kind !== 'benefit' },
    run: (tx, actor, { body }) => verifyBenefit(tx, actor, crypto, body.code),
    show: (tx, actor, useId) => readVerifiedUse(tx, actor, useId),
  })
  http.write(benefits.undoBenefitUse, {
    subject: ({ params }) => params.useId,
    run: (tx, actor, { params }) => undoUse(tx, actor, params.useId),
    show: (tx, actor, useId) => readVerifiedUse(tx, actor, useId),
  })
  http.read(benefits.listVerifiedUses, (tx, actor, { query }) =>
    readVerifiedUses(tx, actor, crypto, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
}
