import * as cards from '@sidan/types/benefit-cards'
import * as z from 'zod/mini'
import type { Crypto } from '../../platform/crypto.ts'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import { refuse } from '../../platform/problem.ts'
import { type SheetFiles, serveSheet } from '../../platform/sheet-files.ts'
import type { Actor } from '../roles/rules.ts'
import { endCard } from './end-card.ts'
import { openCard } from './open-card.ts'
import { readCard, readHolders, readOpened } from './reads.ts'
import { renderList } from './render-list.ts'

export function benefitCardsRoutes(http: Http<Actor>, crypto: Crypto): void {
  http.write(cards.openBenefitCard, {
    subject: 'new',
    run: (tx, actor, { body }, cardId) => openCard(tx, actor, cardId, body),
    show: (tx, actor, _cardId, { body }) => readOpened(tx, actor, body.benefit),
  })
  http.write(cards.endBenefitCard, {
    subject: ({ params }) => params.cardId,
    run: (tx, actor, { params }) => endCard(tx, actor, params.cardId),
    show: async (_tx, _actor, cardId) => ({ cardId, ended: true as const }),
  })
  http.read(cards.getBenefitCard, (tx, actor, { query }) => readCard(tx, actor, crypto, query.benefit))
  http.read(cards.listCardHolders, (tx, actor, { query }) =>
    readHolders(tx, actor, crypto, { ...query, limit: pageLimit(query.limit) }),
  )
}

/** The list as a file. */
export function cardLists(files: SheetFiles<Actor>, crypto: Crypto): void {
  serveSheet(files, cards.cardListPath, 'list.xlsx', async (tx, actor, _params, query) => {
    const asked = z.safeParse(cards.CardListQuery, query)
    return asked.success ? renderList(tx, actor, crypto, asked.data) : refuse('invalid-request')
  })
}
