/** What the endpoints of certificates are for. */
import type { EndpointDoc } from './endpoint-doc.ts'

export const certificates: Record<string, EndpointDoc> = {
  issueCertificate: {
    summary: '开证明: certifies what the caller served in a period, or ever; free (rule-02)',
    description:
      'Counts approved records of voluntary service alone (rule-17). The PDF is at `/v1/me/certificates/{id}/pdf`.',
  },
  listMyCertificates: { summary: 'The caller’s certificates, newest first, whatever became of them' },
  revokeCertificate: { summary: 'Ends a certificate; for the county’s keeper. Its holder is told why' },
  checkCertificate: {
    summary: 'Whether a certificate is valid, and what it says, with the name masked (rule-14)',
    description: 'For whoever has its number. `/c/{number}` shows the same as a page.',
  },
  listCertificateKeys: { summary: 'The public keys under which a county’s certificates were signed' },
}
