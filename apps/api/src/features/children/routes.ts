import * as children from '@sidan/types/children'
import type { Crypto } from '../../platform/crypto.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { correctChild } from './correct-child.ts'
import { issuePickUpCode } from './issue-pick-up-code.ts'
import { readMyChild, readMyChildren } from './reads.ts'
import { registerChild } from './register-child.ts'
import { removeChild } from './remove-child.ts'

export function childrenRoutes(http: Http<Actor>, crypto: Crypto): void {
  http.read(children.listMyChildren, (tx, actor) => readMyChildren(tx, actor, crypto))
  http.write(children.registerChild, {
    subject: 'new',
    run: (tx, actor, { body }, id) => registerChild(tx, actor, crypto, id, body),
    show: (tx, actor, id) => readMyChild(tx, actor, crypto, id),
  })
  http.write(children.correctChild, {
    subject: ({ params }) => params.childId,
    run: (tx, actor, { params, body }) => correctChild(tx, actor, crypto, params.childId, body),
    show: (tx, actor, id) => readMyChild(tx, actor, crypto, id),
  })
  http.write(children.renewPickUpCode, {
    subject: ({ params }) => params.childId,
    run: (tx, actor, { params }) => issuePickUpCode(tx, actor, params.childId),
    show: (tx, actor, id) => readMyChild(tx, actor, crypto, id),
  })
  http.write(children.removeChild, {
    subject: ({ params }) => params.childId,
    run: (tx, actor, { params }) => removeChild(tx, actor, params.childId),
    show: async (_tx, _actor, childId) => ({ childId, removed: true as const }),
  })
}
