import * as roles from '@sidan/types/roles'
import type { Crypto } from '../../platform/crypto.ts'
import type { Http } from '../../platform/http.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { endDeputy } from './end-deputy.ts'
import { nameDeputy } from './name-deputy.ts'
import { readDeputy, readGrant } from './reads.ts'
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
  http.write(roles.acceptInvitation, {
    subject: 'new',
    guess: { refusedAs: 'invitation-unknown', typed: () => true },
    run: (tx, actor, { body }, grantId) => acceptInvitation(tx, actor, crypto, grantId, body.code),
    show: (tx, actor, grantId) => readGrant(tx, actor, grantId),
  })
}
