import type { CertificateState } from '@sidan/types/certificates'
import type { IconName } from '../shared/ui/icon-shapes.ts'
import { Tag, type Tone } from '../shared/ui/tag.tsx'

const looks: Record<CertificateState, readonly [string, IconName, Tone]> = {
  valid: ['有效', 'check-circle', 'brand'],
  revoked: ['撤销了', 'cross', 'danger'],
  superseded: ['记录更正了，作废', 'round-arrow', 'stone'],
}

/** The state of a certificate: word, icon, colour. */
export function CertificateTag({ state }: { readonly state: CertificateState }) {
  const [word, icon, tone] = looks[state]
  return (
    <Tag tone={tone} icon={icon}>
      {word}
    </Tag>
  )
}
