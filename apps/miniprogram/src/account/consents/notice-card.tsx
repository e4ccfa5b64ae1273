import { noticeWords, rightsWords } from '@sidan/types/consent-notices'
import type { ConsentPurpose } from '@sidan/types/consents'
import type { ReactNode } from 'react'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { Facts } from '../../shared/ui/facts.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'

interface NoticeCardProps {
  readonly purpose: ConsentPurpose
  /** What is answered to it. */
  readonly children?: ReactNode
}

/** The notice of one purpose in full (rule-20): what for, what, how long, and that refusing is fine. */
export function NoticeCard({ purpose, children }: NoticeCardProps) {
  const words = noticeWords(purpose)
  return (
    <Card label={words.title}>
      <SectionHead inner>{words.title}</SectionHead>
      <Facts
        facts={[
          { name: '做什么用', value: words.why },
          { name: '记些什么', value: words.what },
          { name: '留多久', value: words.kept },
          { name: '不同意呢', value: words.refusing },
          { name: '您随时可以', value: rightsWords },
        ]}
      />
      {children ? <CardActions>{children}</CardActions> : null}
    </Card>
  )
}
