import { addDays } from '@sidan/types/civil'
import { childNotice, guardianNotice } from '@sidan/types/guardian-notices'
import { registerChild } from '../features/children/register-child.ts'
import { giveConsent } from '../features/guardian-consents/give-consent.ts'
import { guardianCodeOf, requestConsent } from '../features/guardian-consents/request-consent.ts'
import { recordInsurance } from '../features/insurances/record-insurance.ts'
import { addQualification } from '../features/qualifications/add-qualification.ts'
import { verifyQualification } from '../features/qualifications/verify-qualification.ts'
import type { Actor } from '../features/roles/rules.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { Cast } from './cast.ts'
import type { Telling } from './telling.ts'

/** A paper that was verified and one that waits, an insurance, a minor whose guardian agreed, and that guardian's own child. */
export async function tellPapers(
  { crypto, preset }: Telling,
  as: <R>(key: string, act: (tx: Tx, actor: Actor) => Promise<R>) => Promise<R>,
  cast: Cast,
  today: string,
): Promise<void> {
  const [first = '', second = first] = preset.qualifications.map(({ code }) => code)
  const verified = newId()
  await as('volunteer', (tx, actor) => addQualification(tx, actor, verified, { code: first, issuer: '市红十字会' }))
  await as('keeper', (tx, actor) => verifyQualification(tx, actor, verified, true))
  const waiting = { code: second, issuer: '市应急管理局', validUntilDay: addDays(today, 700) }
  await as('second', (tx, actor) => addQualification(tx, actor, newId(), waiting))
  const period = { fromDay: addDays(today, -30), untilDay: addDays(today, 334) }
  await as('keeper', (tx, actor) =>
    recordInsurance(tx, actor, crypto, { personId: cast['volunteer'] ?? '', insurer: '中国人保', ...period }),
  )
  const request = newId()
  await as('minor', (tx, actor) => requestConsent(tx, actor, crypto, request, 7))
  const code = guardianCodeOf(crypto, request)
  const agreed = { code, adult: true, noticeVersion: guardianNotice.version }
  await as('neighbour', (tx, actor) => giveConsent(tx, actor, crypto, newId(), agreed))
  await as('neighbour', (tx, actor) =>
    registerChild(tx, actor, crypto, newId(), {
      name: '小树',
      ageBand: 'under14',
      pickUpNames: ['奶奶', '姑姑'],
      healthNote: '花生过敏',
      agreesToData: true,
      agreesToHealth: true,
      noticeVersion: childNotice.version,
    }),
  )
}
