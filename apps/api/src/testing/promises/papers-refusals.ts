/** Papers of people: what cannot be added, decided or taken away. */
import { listInsurances, removeInsurance } from '@sidan/types/insurances'
import type { ProblemCode } from '@sidan/types/problems'
import * as qualifications from '@sidan/types/qualifications'
import { newInsurance, newQualification, run } from '../papers.ts'
import type { World } from '../world.ts'
import { type Refusing, refused } from './verbs.ts'

const { addQualification, listQualifications, removeQualification, refuseQualification, verifyQualification } =
  qualifications

const adding: Refusing[] = (
  [
    ['volunteer-needed', 'somebody is no volunteer', 'resident', {}],
    ['qualification-unknown', 'the county has no such kind', 'third', { code: 'astronaut' }],
    ['paper-over', 'its last day is past', 'third', { validUntilDay: '2026-01-01' }],
    ['photo-refused', 'the photo was never uploaded', 'third', { photo: '0'.repeat(64) }],
  ] as [ProblemCode, string, string, object][]
).map(([code, when, as, more]) =>
  refused(addQualification, code, when, () => ({ as, body: { code: 'driver', issuer: '车管所', ...more } })),
)

const deciding = [
  { endpoint: verifyQualification, body: { paperSeen: true } },
  { endpoint: refuseQualification, body: { reason: 'other' } },
].flatMap(({ endpoint, body }): Refusing[] => {
  const on = (as: string, qualificationId: string) => ({ as, params: { qualificationId }, body })
  return [
    refused(endpoint, 'own-qualification', 'its owner decides', async (w) =>
      on('volunteer', await newQualification(w)),
    ),
    refused(endpoint, 'not-allowed', 'an auditor decides', async (w) => on('auditor', await newQualification(w))),
    refused(endpoint, 'not-found', 'a resident decides', async (w) => on('resident', await newQualification(w))),
    refused(endpoint, 'qualification-not-pending', 'it was decided', async (w) => {
      const id = await newQualification(w)
      await w.done('center', verifyQualification, { params: { qualificationId: id }, body: { paperSeen: true } })
      return on('keeper', id)
    }),
  ]
})

const removing = (endpoint: typeof removeInsurance, as: string, code: ProblemCode, when: string) =>
  refused(endpoint, code, when, async (w: World) => ({ as, params: { insuranceId: await newInsurance(w) } }))

export const refusalsOfPapers: Refusing[] = [
  ...adding,
  ...deciding,
  refused(addQualification, 'qualification-waiting', 'one of the kind waits', async (w) => {
    await newQualification(w)
    return { as: 'volunteer', body: { code: 'firstAid', issuer: '红十字会' } }
  }),
  refused(removeQualification, 'not-found', 'it is somebody else’s', async (w) => ({
    as: 'keeper',
    params: { qualificationId: await newQualification(w) },
  })),
  refused(verifyQualification, 'evidence-needed', 'there is no photo and nobody saw it', async (w) => ({
    as: 'keeper',
    params: { qualificationId: await newQualification(w) },
    body: { paperSeen: false },
  })),
  refused(verifyQualification, 'paper-over', 'its last day passed while it waited', async (w) => {
    const qualificationId = await newQualification(w)
    await run(
      w,
      'update qualifications set valid_until_day = $3 where county_id = $1 and id = $2',
      qualificationId,
      w.day(-1),
    )
    return { as: 'keeper', params: { qualificationId }, body: { paperSeen: true } }
  }),
  refused(listQualifications, 'not-allowed', 'a resident asks', () => ({
    as: 'resident',
    query: { filter: 'waiting' },
  })),
  refused(listInsurances, 'not-allowed', 'a resident asks', () => ({ as: 'resident', query: { filter: 'current' } })),
  removing(removeInsurance, 'auditor', 'not-allowed', 'an auditor asks'),
  removing(removeInsurance, 'resident', 'not-found', 'a resident asks'),
]
