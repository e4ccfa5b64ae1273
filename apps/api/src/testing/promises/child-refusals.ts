/** What fetching a child may be refused with, and signing up one that does not fit. */
import { pickUpChild, signUp } from '@sidan/types/signups'
import { newChild } from '../papers.ts'
import type { World } from '../world.ts'
import { call, childThere, signingUp, strangersSignup } from './signup-requests.ts'
import { type Refusing, type Request, refused } from './verbs.ts'

/** How many wrong codes the test app lets one person type. */
const allowed = 10
const fetching = (as: string, signupId: string, code: string): Request => ({ as, params: { signupId }, body: { code } })

export const refusalsOfChildren: Refusing[] = [
  refused(signUp, 'age-not-fitting', 'rule-16 the child is too young for it', async (w) =>
    signingUp('neighbour', await call(w, {}, { kind: 'child', ageFrom: 14 }), await newChild(w)),
  ),
  refused(signUp, 'child-unknown', 'the child is a neighbour’s', async (w) =>
    signingUp('resident', await call(w, {}, { kind: 'child' }), await newChild(w)),
  ),
  ...['neighbour', 'volunteer', 'auditor'].map((as) =>
    refused(pickUpChild, 'not-found', `it is the ${as} who lets it go`, async (w) => {
      const { signupId, code } = await childThere(w)
      return fetching(as, signupId, code)
    }),
  ),
  refused(pickUpChild, 'not-found', 'it is no child', async (w) =>
    fetching('keeper', await strangersSignup(w, await call(w)), 'ZZZZZZ'),
  ),
  refused(pickUpChild, 'pick-up-code-wrong', 'the code is another', async (w) =>
    fetching('keeper', (await childThere(w)).signupId, 'ZZZZZZ'),
  ),
  refused(pickUpChild, 'child-not-there', 'it was fetched before', async (w) => {
    const { signupId, code } = await childThere(w)
    const { as: _as, ...request } = fetching('keeper', signupId, code)
    await w.done('keeper', pickUpChild, request)
    return fetching('keeper', signupId, code)
  }),
  refused(pickUpChild, 'too-many-wrong-codes', 'ten wrong ones were typed before', async (w: World) => {
    const request = fetching('institute', (await childThere(w)).signupId, 'ZZZZZZ')
    for (let typed = 0; typed < allowed; typed += 1) await w.county.as('institute')(pickUpChild, request)
    return request
  }),
]
