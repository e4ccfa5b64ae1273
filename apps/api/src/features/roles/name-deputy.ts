import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import { type Actor, mayNameDeputy } from './rules.ts'
import { findPerson, insertDeputy } from './store.ts'

/** AB岗: a keeper names who stands in while away. The deputy may do all the keeper may, in the keeper's unit, for these days; the keeper keeps the role. */
export async function nameDeputy(
  tx: Tx,
  actor: Actor,
  deputyGrantId: string,
  input: { grantId: string; personId: string; fromDay: string; untilDay: string },
): Promise<void> {
  const grant = actor.grants.find((held) => held.grantId === input.grantId)
  if (!grant) return refuse('not-found')
  const answer = mayNameDeputy(grant, { from: input.fromDay, until: input.untilDay }, civilDay(tx.now))
  if (answer !== true) refuse(answer)
  const deputy = input.personId === actor.personId ? undefined : await findPerson(tx, input.personId)
  if (!deputy) return refuse('target-unknown')
  await insertDeputy(tx, { ...input, id: deputyGrantId, role: grant.role, unitId: grant.unitId, byId: actor.personId })
  await tell(tx, [{ to: { personId: input.personId }, kind: 'deputy-named', about: grant.unitName }], actor.personId)
}
