/** Who does not fit: refused wherever somebody is sent, accepts or is named (rules 5, 6, 16). */
import { dispatchOrder } from '@sidan/types/dispatch'
import * as moves from '@sidan/types/order-moves'
import type { ProblemCode } from '@sidan/types/problems'
import { forgetPapers, hazardousOrder, insure, run } from '../papers.ts'
import type { World } from '../world.ts'
import { goers, on, refused } from './verbs.ts'

/** Somebody of the cast who lacks what an order asks. */
const lacking: [ProblemCode, string, string, (w: World) => ReturnType<World['triaged']>][] = [
  ['age-unknown', 'third', 'nobody knows their age and the work is hazardous', hazardousOrder],
  ['age-not-fitting', 'minor', 'they are a minor and the work is hazardous', hazardousOrder],
  ['guardian-consent-needed', 'minor', 'no guardian agreed', (w) => w.triaged()],
  ['insurance-missing', 'volunteer', 'they are not insured and the work is hazardous', hazardousOrder],
]

const sent = async (w: World, order: Awaited<ReturnType<World['triaged']>>, target: object) =>
  w.done('keeper', dispatchOrder, {
    params: { orderId: order.orderId },
    body: { version: order.version, target },
  })
const acceptedByTeam = async (w: World, order: Awaited<ReturnType<World['triaged']>>) => {
  await insure(w, 'second')
  await run(
    w,
    `insert into team_members (county_id, team_id, person_id, rank, joined_at) values ($1, $2, $3, 'member', $4) on conflict do nothing`,
    w.county.cast['team'],
    w.county.cast['minor'],
    w.test.clock.now,
  )
  const { orderId, version } = await sent(w, order, w.toTeam)
  return w.done('second', moves.acceptOrder, { params: { orderId }, body: { version, ...goers(w, 'second') } })
}

/** The order, when nobody has papers any more. */
const fresh = async (w: World, order: (w: World) => ReturnType<World['triaged']>) => {
  await forgetPapers(w)
  return order(w)
}

export const refusalsOfStanding = lacking.flatMap(([code, who, when, order]) => [
  refused(dispatchOrder, code, when, async (w) => on('keeper', await fresh(w, order), { target: w.toPerson(who) })),
  refused(moves.acceptOrder, code, when, async (w) => on(who, await sent(w, await fresh(w, order), { kind: 'claim' }))),
  refused(moves.nameGoers, code, when, async (w) =>
    on('second', await acceptedByTeam(w, await fresh(w, order)), goers(w, who)),
  ),
])
