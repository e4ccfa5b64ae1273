import * as certificates from '@sidan/types/certificates'
import { CertificateId } from '@sidan/types/ids'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import type { Bearer } from '../../platform/auth.ts'
import type { Crypto } from '../../platform/crypto.ts'
import { pageLimit } from '../../platform/cursor.ts'
import type { Database } from '../../platform/db.ts'
import type { Http } from '../../platform/http.ts'
import { refuse } from '../../platform/problem.ts'
import { readActor } from '../roles/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { issueCertificate, nameCodeOf } from './issue-certificate.ts'
import { readChecked, readKeys, readMyCertificate, readMyCertificates, readPaper } from './reads.ts'
import { renderCheckPage, renderUnknownPage } from './render-check-page.ts'
import { revokeCertificate } from './revoke-certificate.ts'

export function certificatesRoutes(http: Http<Actor>, db: Database, crypto: Crypto): void {
  http.write(certificates.issueCertificate, {
    subject: 'new',
    run: (tx, actor, { body }, certificateId) => issueCertificate(tx, actor, crypto, certificateId, body),
    show: (tx, actor, certificateId) => readMyCertificate(tx, actor, certificateId),
  })
  http.read(certificates.listMyCertificates, (tx, actor, { query }) =>
    readMyCertificates(tx, actor, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.write(certificates.revokeCertificate, {
    subject: () => undefined,
    run: (tx, actor, { params, body }) => revokeCertificate(tx, actor, { number: params.number, words: body.words }),
    show: async (_tx, _actor, _id, { params }) => ({ number: params.number, state: 'revoked' as const }),
  })
  http.open(certificates.checkCertificate, async ({ params }) => {
    const checked = await db.inCounty(params.countyId, (tx) => readChecked(tx, params.code))
    return checked ?? refuse('not-found')
  })
  http.open(certificates.listCertificateKeys, ({ params }) =>
    db.inCounty(params.countyId, (tx) => readKeys(tx, crypto)),
  )
}

interface PaperDeps {
  db: Database
  crypto: Crypto
  /** Where people reach this program; absent: as the request was addressed. */
  publicUrl: string | undefined
  bearerOf(request: FastifyRequest): Promise<Bearer | undefined>
}

const originOf = (request: FastifyRequest, publicUrl: string | undefined): string =>
  publicUrl?.replace(/\/$/, '') ?? `${request.protocol}://${request.host}`

/** What a certificate is on paper, and the page its QR code leads to. */
export function certificatePapers(app: FastifyInstance, { db, crypto, publicUrl, bearerOf }: PaperDeps): void {
  app.get<{ Params: { id: string } }>(certificates.certificatePdfPath(':id'), async (request, reply) => {
    const bearer = (await bearerOf(request)) ?? refuse('sign-in-needed')
    const certificateId = z.safeParse(CertificateId, request.params.id)
    if (!certificateId.success) return refuse('not-found')
    const paper = await db.inCounty(bearer.countyId, async (tx) => {
      const actor = (await readActor(tx, bearer)) ?? refuse('sign-in-needed')
      return readPaper(tx, actor, crypto, certificateId.data)
    })
    // Letters and drawing weigh more than the rest of the program: they are loaded for the first paper.
    const { renderPaper } = await import('./render-paper.ts')
    const pdf = await renderPaper({
      ...paper,
      nameCode: nameCodeOf(crypto, certificateId.data),
      origin: originOf(request, publicUrl),
    })
    return reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename="${paper.payload.number}.pdf"`)
      .header('cache-control', 'no-store')
      .send(pdf)
  })
  app.get<{ Params: { number: string } }>('/c/:number', async (request, reply) => {
    const number = certificates.readCertificateNumber(request.params.number)
    const checked = number && (await db.inCounty(number.countyId, (tx) => readChecked(tx, number.code)))
    return checked
      ? sendPage(reply, renderCheckPage(checked, originOf(request, publicUrl)))
      : sendPage(reply.code(404), renderUnknownPage())
  })
}

const sendPage = (reply: FastifyReply, page: string) =>
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page)
