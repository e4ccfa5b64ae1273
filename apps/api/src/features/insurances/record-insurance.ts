import { civilDay } from '@sidan/types/civil'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { tell } from '../notices/tell-person.ts'
import { findPlaceOf } from '../papers/reads.ts'
import { powerOver } from '../papers/rules.ts'
import type { Actor } from '../roles/rules.ts'
import { periodFits } from './rules.ts'
import { insertInsurance } from './store.ts'

export interface Recording {
  personId: string
  insurer: string
  policyNo?: string | undefined
  fromDay: string
  untilDay: string
}

/** Staff record an accident insurance of somebody who belongs to their unit's subtree; the person is told. */
export async function recordInsurance(tx: Tx, actor: Actor, crypto: Crypto, input: Recording): Promise<void> {
  const fits = periodFits(input, civilDay(tx.now))
  if (fits !== true) refuse(fits)
  const place = await findPlaceOf(tx, input.personId)
  if (!place || powerOver(actor, place) !== 'decides') return refuse('not-found')
  const id = newId()
  const { personId, insurer, fromDay, untilDay } = input
  const sealed = { countyId: tx.countyId, table: 'insurances', column: 'policy_no_sealed', id }
  const policyNoSealed = input.policyNo === undefined ? null : crypto.seal(input.policyNo, sealed)
  const added = await insertInsurance(tx, { id, personId, insurer, policyNoSealed, fromDay, untilDay }, actor.personId)
  if (!added) refuse('insurance-overlaps')
  await writeAudit(tx, {
    actorId: actor.personId,
    action: 'record-insurance',
    subjectKind: 'insurance',
    subjectId: id,
  })
  await tell(
    tx,
    [{ to: { personId }, kind: 'insurance-recorded', about: `${insurer}，到 ${untilDay}` }],
    actor.personId,
  )
}
