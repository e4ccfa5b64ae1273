import { addDays, civilDay } from '@sidan/types/civil'
import { appealDays } from '@sidan/types/fraud'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { lockAbsorbed } from '../ledger/post.ts'
import { tell } from '../notices/tell-person.ts'
import { lockRecord } from '../records/store.ts'
import type { Actor } from '../roles/rules.ts'
import { mayDecideFraud } from './rules.ts'
import { findSuspect, insertDecision } from './store.ts'

/** 认定弄虚作假: books nothing. The person is told why, how many points it is about, and until when to appeal. */
export async function decideFraud(tx: Tx, actor: Actor, input: { recordId: string; words: string }): Promise<void> {
  const { record, title } = await lockRecord(tx, input.recordId)
  const suspect = (await findSuspect(tx, record.id)) ?? refuse('not-found')
  const points = await lockAbsorbed(tx, record)
  const today = civilDay(tx.now)
  orRefuseTrue(mayDecideFraud(suspect, points, actor, today))
  const decision = { recordId: record.id, personId: record.personId, points, words: input.words }
  await insertDecision(tx, {
    ...decision,
    decidedById: actor.personId,
    appealUntilOn: addDays(today, appealDays),
  })
  await tell(tx, [
    {
      to: { personId: record.personId },
      kind: 'fraud-decided',
      about: title,
      recordId: record.id,
      points,
      words: input.words,
    },
  ])
  await writeAudit(tx, {
    actorId: actor.personId,
    action: 'decide-fraud',
    subjectKind: 'record',
    subjectId: record.id,
  })
}
