import { type Certificate, listMyCertificates } from '@sidan/types/certificates'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { CertificateCard } from './certificate-card.tsx'
import { IssuePart } from './issue-part.tsx'

const load = (cursor?: string) => call(listMyCertificates, { query: { cursor, limit: 20 } })

/** 服务记录证明: issued by oneself, free; shown, handed over, and what became of each (rules 2, 14). */
export default function CertificatesPage() {
  const { value, items, more, failure, reload } = usePages(load)
  const [open, setOpen] = useState<string>()
  const issued = async (made: Certificate) => {
    setOpen(made.certificateId)
    await reload()
  }
  return (
    <Screen title="服务记录证明" load={{ value, failure, reload }} shapes={['head', 'card', 'card']}>
      <Subject title="给自己开一张证明" line="免费，马上就有；谁扫码都能查真假" />
      <IssuePart onIssued={issued} />
      {items.length > 0 ? <SectionHead>开过的</SectionHead> : null}
      {items.map((certificate) => (
        <CertificateCard
          key={certificate.certificateId}
          certificate={certificate}
          open={certificate.certificateId === open}
          onToggle={() => setOpen(certificate.certificateId === open ? undefined : certificate.certificateId)}
        />
      ))}
      <More onTap={more} />
      <Box className="t-small sd-ink-2">
        证明上有您的全名，给谁看由您定。扫码看到的网页只显示姓。记录更正了，旧的会作废，重新开一张就好。
      </Box>
    </Screen>
  )
}
