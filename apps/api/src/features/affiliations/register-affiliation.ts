import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { policyOf } from '../policy/reads.ts'
import { mayRegister } from './rules.ts'
import { areDepartmentAndStation, keepAffiliation } from './store.ts'

/** 双报到: the caller says where they work and where they live, or corrects it. No notice, no audit: each would name a member (rule-28). */
export async function registerAffiliation(
  tx: Tx,
  who: { personId: string; policyVersion: number },
  crypto: Crypto,
  said: { departmentId: string; stationId: string; noticeVersion: number },
): Promise<void> {
  orRefuseTrue(mayRegister(await policyOf(tx, who.policyVersion), said.noticeVersion))
  if (!(await areDepartmentAndStation(tx, said.departmentId, said.stationId))) refuse('not-found')
  const held = { personId: who.personId, ...said, registeredAt: tx.now.toISOString() }
  if ((await keepAffiliation(tx, crypto, held)) === 'gone') refuse('sign-in-needed')
}
