/** Guardians and children: what is refused. */
import { correctChild, registerChild } from '@sidan/types/children'
import type { Endpoint } from '@sidan/types/endpoint'
import * as guardians from '@sidan/types/guardians'
import type { ProblemCode } from '@sidan/types/problems'
import { askedCode, forgetConsents, newChild, newConsent } from '../papers.ts'
import type { World } from '../world.ts'
import { aChild, agreeing, onPaper } from './guardian-requests.ts'
import { type Refusing, type Request, refused } from './verbs.ts'

const { agreeAsGuardian, askGuardian, listMinors, openGuardianRequest, recordPaperConsent } = guardians
const { withdrawGuardianConsent } = guardians

const asking = (
  [
    ['volunteer-needed', 'a resident', 'resident'],
    ['age-unknown', 'somebody who never told their age', 'third'],
    ['guardian-not-needed', 'a grown-up', 'volunteer'],
  ] as [ProblemCode, string, string][]
).map(([code, whom, as]) => refused(askGuardian, code, `${whom} asks`, () => ({ as, body: { goodForDays: 7 } })))

const wrong = (as: string): Request => ({ as, body: agreeing('ZZZZ-ZZZZ-ZZZZ') })
const guessed = (endpoint: Endpoint, as: string, request: Request): Refusing =>
  refused(endpoint, 'too-many-wrong-codes', 'ten wrong ones were typed before', async (w) => {
    for (let typed = 0; typed < 10; typed += 1) await w.county.as(as)(endpoint, request)
    return request
  })
const opening: Request = { as: 'gridWorker', body: { code: 'ZZZZ-ZZZZ-ZZZZ' } }

const agreeingCases: Refusing[] = (
  [
    ['guardian-not-fitting', 'the minor agrees alone', 'minor', {}],
    ['guardian-not-fitting', 'they do not say that they are grown up', 'neighbour', { adult: false }],
    ['notice-changed', 'they read an older notice (rule-20)', 'neighbour', { noticeVersion: 999 }],
  ] as [ProblemCode, string, string, object][]
).map(([code, when, as, more]) =>
  refused(agreeAsGuardian, code, when, async (w) => ({ as, body: agreeing(await askedCode(w), more) })),
)

const paper = (code: ProblemCode, when: string, as: string, more: (w: World) => object, standing = false) =>
  refused(recordPaperConsent, code, when, async (w) => {
    await (standing ? newConsent(w) : forgetConsents(w))
    return { as, body: await onPaper(w, more(w)) }
  })

const papers: Refusing[] = [
  paper('not-found', 'a resident records it', 'resident', () => ({})),
  paper('not-found', 'the minor is another county’s', 'keeper', (w) => ({ personId: w.daye.county.cast['minor'] })),
  paper('not-allowed', 'an auditor records it', 'auditor', () => ({})),
  paper('guardian-not-needed', 'the volunteer is grown up', 'keeper', (w) => ({
    personId: w.county.cast['volunteer'],
  })),
  paper('photo-refused', 'the photo was never uploaded', 'keeper', () => ({ photo: 'b'.repeat(64) })),
  paper('consent-stands', 'a guardian agreed already', 'keeper', () => ({}), true),
]

const withdrawing = (code: ProblemCode, when: string, as: string) =>
  refused(withdrawGuardianConsent, code, when, async (w) => ({ as, params: { consentId: await newConsent(w) } }))

const registering = (
  [
    ['child-consent-needed', 'nobody agrees to a child’s data (rule-22)', { agreesToData: false }],
    ['child-consent-needed', 'the health note has no consent of its own (rule-22)', { agreesToHealth: false }],
    ['notice-changed', 'they read an older notice (rule-20)', { noticeVersion: 999 }],
  ] as [ProblemCode, string, object][]
).map(([code, when, more]) => refused(registerChild, code, when, () => ({ as: 'neighbour', body: aChild(more) })))

export const refusalsOfGuardians: Refusing[] = [
  ...asking,
  refused(askGuardian, 'consent-stands', 'a guardian agreed already', async (w) => {
    await newConsent(w)
    return { as: 'minor', body: { goodForDays: 7 } }
  }),
  refused(openGuardianRequest, 'guardian-code-unknown', 'there is none with this code', () => opening),
  guessed(openGuardianRequest, 'gridWorker', opening),
  refused(agreeAsGuardian, 'guardian-code-unknown', 'there is none with this code', () => wrong('merchant')),
  guessed(agreeAsGuardian, 'merchant', wrong('merchant')),
  refused(agreeAsGuardian, 'guardian-code-unknown', 'it is eight days old', async (w) => ({
    as: 'neighbour',
    body: agreeing(await askedCode(w)),
    daysLater: 8,
  })),
  ...agreeingCases,
  ...papers,
  withdrawing('not-allowed', 'staff withdraw what was given in the app', 'keeper'),
  withdrawing('not-allowed', 'the minor withdraws it', 'minor'),
  withdrawing('not-found', 'somebody else withdraws it', 'resident'),
  refused(withdrawGuardianConsent, 'consent-over', 'it was withdrawn', async (w) => {
    const consentId = await newConsent(w)
    await w.done('neighbour', withdrawGuardianConsent, { params: { consentId } })
    return { as: 'neighbour', params: { consentId } }
  }),
  refused(listMinors, 'not-allowed', 'a resident asks', () => ({ as: 'resident' })),
  ...registering,
  refused(registerChild, 'guardian-not-fitting', 'a minor registers a child', () => ({ as: 'minor', body: aChild() })),
  refused(registerChild, 'too-many-children', 'there are eight', async (w) => {
    await newChild(w)
    for (let more = 1; more < 8; more += 1) await w.done('neighbour', registerChild, { body: aChild() as never })
    return { as: 'neighbour', body: aChild() }
  }),
  refused(correctChild, 'child-consent-needed', 'a new health note has no consent (rule-22)', async (w) => ({
    as: 'neighbour',
    params: { childId: await newChild(w) },
    body: { healthNote: '怕黑' },
  })),
  refused(correctChild, 'not-found', 'it is somebody else’s child', async (w) => {
    return { as: 'keeper', params: { childId: await newChild(w) }, body: { name: '小草' } }
  }),
]
