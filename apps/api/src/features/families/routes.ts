import * as families from '@sidan/types/families'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { foundFamily } from './found-family.ts'
import { joinFamily } from './join-family.ts'
import { leaveFamily } from './leave-family.ts'
import { readFamily, readOwnFamily } from './reads.ts'
import { renewFamilyCode, saveSharing } from './save-sharing.ts'

export function familiesRoutes(http: Http<Actor>): void {
  http.read(families.getFamily, (tx, actor) => readFamily(tx, actor))
  http.write(families.foundFamily, {
    subject: 'new',
    run: (tx, actor, { body }, familyId) => foundFamily(tx, actor, familyId, body.shares),
    show: (tx, actor) => readOwnFamily(tx, actor),
  })
  http.write(families.joinFamily, {
    subject: () => undefined,
    guess: { refusedAs: 'family-code-unknown', typed: () => true },
    run: (tx, actor, { body }) => joinFamily(tx, actor, body.code),
    show: (tx, actor) => readOwnFamily(tx, actor),
  })
  http.write(families.renewFamilyCode, {
    subject: ({ params }) => params.familyId,
    run: (tx, actor, { params }) => renewFamilyCode(tx, actor, params.familyId),
    show: (tx, actor) => readOwnFamily(tx, actor),
  })
  http.write(families.saveSharing, {
    subject: ({ params }) => params.familyId,
    run: (tx, actor, { params, body }) => saveSharing(tx, actor, { ...params, ...body }),
    show: (tx, actor) => readOwnFamily(tx, actor),
  })
  http.write(families.leaveFamily, {
    subject: ({ params }) => params.familyId,
    run: (tx, actor, { params }) => leaveFamily(tx, actor, params.familyId),
    show: async () => ({ left: true as const }),
  })
}
