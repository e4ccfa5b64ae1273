import type { AnswerOf } from '@sidan/types/endpoint'
import * as roles from '@sidan/types/roles'
import type { Tx } from '../../platform/db.ts'
import type { Http } from '../../platform/http.ts'
import { refuse } from '../../platform/problem.ts'
import { endDeputy } from './end-deputy.ts'
import { nameDeputy } from './name-deputy.ts'
import type { Actor } from './rules.ts'
import { lockGrant } from './store.ts'

export function rolesRoutes(http: Http<Actor>): void {
  http.write(roles.nameDeputy, {
    subject: 'new',
    run: (tx, actor, { params, body }, id) => nameDeputy(tx, actor, id, { grantId: params.grantId, ...body }),
    show: (tx, _actor, id) => showGrant(tx, id),
  })
  http.write(roles.endDeputy, {
    subject: ({ params }) => params.grantId,
    run: (tx, actor, { params }) => endDeputy(tx, actor, params.grantId),
    show: async (_tx, _actor, grantId) => ({ grantId, ended: true as const }),
  })
}

async function showGrant(tx: Tx, grantId: string): Promise<AnswerOf<typeof roles.nameDeputy>> {
  const grant = await lockGrant(tx, grantId)
  if (!grant?.untilDay) return refuse('not-found')
  return {
    grantId: grant.id,
    role: grant.role,
    unitId: grant.unitId,
    personId: grant.personId,
    fromDay: grant.fromDay,
    untilDay: grant.untilDay,
  }
}
