/** Certificates: requests that succeed, and what they may be refused with. */
import {
  type Certificate,
  checkCertificate,
  issueCertificate,
  listCertificateKeys,
  listMyCertificates,
  readCertificateNumber,
  revokeCertificate,
} from '@sidan/types/certificates'
import { saveName } from '@sidan/types/people'
import type { World } from '../world.ts'
import { type Refusing, type Request, refused } from './verbs.ts'

const everything = { fromDay: null, untilDay: null }

/** The volunteer, called by a full name, has served an hour and has it certified. */
export async function certified(w: World, period: object = everything): Promise<Certificate> {
  await w.done('volunteer', saveName, { body: { name: '李大国', word: 'master' } })
  await w.approved()
  return w.done('volunteer', issueCertificate, { body: period })
}

const revoking = (as: string, number: string): Request => ({
  as,
  params: { number },
  body: { words: '本人要求撤销' },
})

export const certificateRequests: Record<string, (w: World) => Promise<Request> | Request> = {
  [issueCertificate.name]: async (w) => {
    await certified(w)
    return { as: 'volunteer', body: { untilDay: null, fromDay: w.day(-30) } }
  },
  [listMyCertificates.name]: () => ({ as: 'volunteer', query: { limit: '5' } }),
  [revokeCertificate.name]: async (w) => revoking('center', (await certified(w)).number),
  [checkCertificate.name]: async (w) => {
    const number = readCertificateNumber((await certified(w)).number)
    return { as: undefined, params: { countyId: '420882', code: number?.code ?? '' } }
  },
  [listCertificateKeys.name]: () => ({ as: undefined, params: { countyId: '420882' } }),
}

export const refusalsOfCertificates: Refusing[] = [
  refused(issueCertificate, 'volunteer-needed', 'a resident asks', () => ({ as: 'resident', body: everything })),
  refused(issueCertificate, 'full-name-needed', 'no full name was told', () => ({ as: 'third', body: everything })),
  refused(issueCertificate, 'period-invalid', 'the period ends before it starts', async (w) => {
    await certified(w)
    return { as: 'volunteer', body: { fromDay: w.day(0), untilDay: w.day(-1) } }
  }),
  refused(issueCertificate, 'period-invalid', 'the period is yet to come', async (w) => {
    await certified(w)
    return { as: 'volunteer', body: { fromDay: w.day(1), untilDay: w.day(2) } }
  }),
  refused(issueCertificate, 'nothing-to-certify', 'nothing was served in it', async (w) => {
    await certified(w)
    return { as: 'volunteer', body: { fromDay: null, untilDay: '2020-01-01' } }
  }),
  refused(revokeCertificate, 'not-found', 'no certificate has this number', () =>
    revoking('center', '420882-7K2M9XQ4ABCS'),
  ),
  refused(revokeCertificate, 'not-found', 'it is no number', () => revoking('center', 'nothing')),
  refused(revokeCertificate, 'not-allowed', 'the station’s keeper asks', async (w) =>
    revoking('keeper', (await certified(w)).number),
  ),
  refused(revokeCertificate, 'certificate-over', 'it was revoked already', async (w) => {
    const { number } = await certified(w)
    await w.done('center', revokeCertificate, { params: { number }, body: { words: '重复开具' } })
    return revoking('center', number)
  }),
  refused(checkCertificate, 'not-found', 'no certificate has this number', () => ({
    as: undefined,
    params: { countyId: '420882', code: '7K2M9V' },
  })),
]
