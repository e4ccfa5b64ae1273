import * as grants from '@sidan/types/role-grants'
import * as roles from '@sidan/types/roles'
import type { Crypto } from '../../platform/crypto.ts'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { endDeputy } from './end-deputy.ts'
import { endRole } from './end-role.ts'
import { giveRole } from './give-role.ts'
import { nameDeputy } from './name-deputy.ts'
import { readDeputy, readEndedGrant, readGrant, readGrants, readUnitGrant } from './reads.ts'
import type { Actor } from './rules.ts'

export function rolesRoutes(http: Http<Actor>, crypto: Crypto): void {
  http.write(roles.nameDeputy, {
    subject: 'new',
    run: (tx, actor, { params, body }, id) => nameDeputy(tx, actor, id, { grantId: params.grantId, ...body }),
    show: (tx, _actor, id) => readDeputy(tx, id),
  })
  http.write(roles.endDeputy, {
    subject: ({ params }) => params.grantId,
    run: (tx, actor, { params }) => endDeputy(tx, actor, params.grantId),
    show: async (_tx, _actor, grantId) => ({ grantId, ended: true as const }),
  })
  http.read(grants.listGrants, (tx, actor, { params, query }) =>
    readGrants(tx, actor, { ...query, unitId: params.unitId, limit: pageLimit(query.limit) }),
  )
  http.write(grants.grantRole, {
    subject: 'new',
    run: (tx, actor, { params, body }, grantId) => giveRole(tx, actor, grantId, { ...params, ...body }),
    show: (tx, actor, grantId) => readUnitGrant(tx, actor, grantId),
  })
  http.write(grants.endRole, {
    subject: ({ params }) => params.grantId,
    run: (tx, actor, { params, body }) => endRole(tx, actor, { ...params, ...body }),
    show: (tx, actor, grantId) => readEndedGrant(tx, actor, grantId),
  })
  http.write(roles.acceptInvitation, {
    subject: 'new',
    guess: { refusedAs: 'invitation-unknown', typed: () => true },
    run: (tx, actor, { body }, grantId) => acceptInvitation(tx, actor, crypto, grantId, body.code),
    show: (tx, actor, grantId) => readGrant(tx, actor, grantId),
  })
}
