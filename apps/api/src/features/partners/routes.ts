import * as partners from '@sidan/types/partners'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { addPartner } from './add-partner.ts'
import { changePartner } from './change-partner.ts'
import { closePartner } from './close-partner.ts'
import { endMember } from './end-member.ts'
import { readMyPartners, readPartner, readPartners, readPartnerWhole } from './reads.ts'

export function partnersRoutes(http: Http<Actor>): void {
  http.read(partners.listPartners, (tx, actor, { params, query }) =>
    readPartners(tx, actor, { ...params, cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.read(partners.listMyPartners, (tx, actor) => readMyPartners(tx, actor))
  http.read(partners.getPartner, (tx, actor, { params }) => readPartnerWhole(tx, actor, params.partnerId))
  http.write(partners.addPartner, {
    subject: 'new',
    run: (tx, actor, { params, body }, id) => addPartner(tx, actor, id, { ...params, ...body }),
    show: (tx, actor, partnerId) => readPartner(tx, actor, partnerId),
  })
  http.write(partners.changePartner, {
    subject: ({ params }) => params.partnerId,
    run: (tx, actor, { params, body }) => changePartner(tx, actor, params.partnerId, body),
    show: (tx, actor, partnerId) => readPartner(tx, actor, partnerId),
  })
  http.write(partners.closePartner, {
    subject: ({ params }) => params.partnerId,
    run: (tx, actor, { params }) => closePartner(tx, actor, params.partnerId),
    show: (tx, actor, partnerId) => readPartner(tx, actor, partnerId),
  })
  http.write(partners.endPartnerMember, {
    subject: ({ params }) => params.grantId,
    run: (tx, actor, { params }) => endMember(tx, actor, params),
    show: async (_tx, _actor, grantId) => ({ grantId, ended: true as const }),
  })
}
