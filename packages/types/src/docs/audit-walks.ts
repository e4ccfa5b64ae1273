/** What the endpoints of audit walks are for. */
import type { EndpointDoc } from './endpoint-doc.ts'

export const auditWalks: Record<string, EndpointDoc> = {
  drawWalk: {
    summary:
      '抽查: draws ten minutes or points of a period by chance, each traced to its evidence; for auditors and the county’s keeper',
    description:
      'Each minute or point that was earned in the period and still stands is as likely as any other. The draws follow from a random seed, and are signed.',
  },
  listWalks: { summary: 'Every walk that was drawn, newest first' },
  getWalk: { summary: 'A walk as it was drawn, each draw with its record, evidence and formula of today' },
}
