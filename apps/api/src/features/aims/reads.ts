import type { listAims } from '@sidan/types/aims'
import { civilDay } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { readCountyFigures } from '../affiliation-numbers/reads.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { maySeeAims, standingOf } from './rules.ts'

/** This year's aims by code, each beside where the county stands. */
export async function readAims(tx: Tx, actor: Actor): Promise<AnswerOf<typeof listAims>> {
  if (!maySeeAims(actor)) return refuse('not-allowed')
  const { aims, people } = await policyOf(tx, actor.policyVersion)
  const year = civilDay(tx.now).slice(0, 4)
  const dual = people.dualAffiliation
  const found = dual && (await readCountyFigures(tx, year))
  const measured = dual && found && { figures: found.figures, memberCount: dual.memberCount }
  return {
    year,
    asOf: found?.asOf ?? null,
    items: [...aims].sort((a, b) => (a.code < b.code ? -1 : 1)).map((aim) => standingOf(aim, measured)),
  }
}
