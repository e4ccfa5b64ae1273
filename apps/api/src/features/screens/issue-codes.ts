import type { Tx } from '../../platform/db.ts'
import { makeShortCode } from '../../platform/short-code.ts'
import type { Actor } from '../roles/rules.ts'
import { type About, runOf } from './reads.ts'
import { findPhone, insertPhone } from './store.ts'

/** The phone of whoever runs a shift or an order shows codes for it: one screen per person and what it is for, however often they ask. Returns its id. */
export async function issueCodes(tx: Tx, actor: Actor, newId: string, about: About): Promise<string> {
  const run = await runOf(tx, actor, about)
  const phone = { ...about, unitId: run.unitId, name: run.title.slice(0, 20), byId: actor.personId, id: newId }
  for (;;) {
    const known = await findPhone(tx, phone)
    if (known !== undefined) return known
    await insertPhone(tx, { ...phone, shortCode: makeShortCode(6) })
  }
}
