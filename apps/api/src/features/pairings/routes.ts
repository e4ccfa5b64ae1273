import * as pairings from '@sidan/types/pairings'
import type { Crypto } from '../../platform/crypto.ts'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { answerPairing } from './answer-pairing.ts'
import { answerSubstitute } from './answer-substitute.ts'
import { endPairing } from './end-pairing.ts'
import { nameSubstitute } from './name-substitute.ts'
import { readHousehold, readMyPairings, readPairing, readPairings } from './reads.ts'
import { recordVisit } from './record-visit.ts'
import { revealHousehold } from './reveal-household.ts'
import { setUpPairing } from './set-up-pairing.ts'

export function pairingsRoutes(http: Http<Actor>, crypto: Crypto): void {
  http.read(pairings.getPairing, (tx, actor, { params }) => readPairing(tx, actor, crypto, params.pairingId))
  http.read(pairings.listMyPairings, (tx, actor) => readMyPairings(tx, actor, crypto))
  http.read(pairings.listPairings, (tx, actor, { query }) =>
    readPairings(tx, actor, crypto, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.write(pairings.setUpPairing, {
    subject: 'new',
    run: (tx, actor, { body }, id) => setUpPairing(tx, actor, crypto, id, body),
    show: (tx, actor, id) => readPairing(tx, actor, crypto, id),
  })
  http.write(pairings.answerPairing, {
    subject: ({ params }) => params.pairingId,
    run: (tx, actor, { params, body }) => answerPairing(tx, actor, params.pairingId, body.accept),
    show: (tx, actor, id) => readPairing(tx, actor, crypto, id),
  })
  http.write(pairings.endPairing, {
    subject: ({ params }) => params.pairingId,
    run: (tx, actor, { params }) => endPairing(tx, actor, params.pairingId),
    show: (tx, actor, id) => readPairing(tx, actor, crypto, id),
  })
  http.write(pairings.recordVisit, {
    subject: ({ params }) => params.pairingId,
    run: (tx, actor, { params, body }) => recordVisit(tx, actor, params.pairingId, body),
    show: (tx, actor, id) => readPairing(tx, actor, crypto, id),
  })
  http.write(pairings.nameSubstitute, {
    subject: ({ params }) => params.pairingId,
    run: (tx, actor, { params, body }) => nameSubstitute(tx, actor, params.pairingId, body),
    show: (tx, actor, id) => readPairing(tx, actor, crypto, id),
  })
  http.write(pairings.answerSubstitute, {
    subject: ({ params }) => params.pairingId,
    run: (tx, actor, { params, body }) => answerSubstitute(tx, actor, params.pairingId, body.accept),
    show: async (_tx, _actor, pairingId, { body }) => ({ pairingId, accepted: body.accept }),
  })
  http.write(pairings.revealHousehold, {
    subject: ({ params }) => params.pairingId,
    run: (tx, actor, { params }) => revealHousehold(tx, actor, params.pairingId),
    show: (tx, actor, id) => readHousehold(tx, actor, crypto, id),
  })
}
