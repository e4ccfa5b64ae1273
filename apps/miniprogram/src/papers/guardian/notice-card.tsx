import type { ConsentNotice } from '@sidan/types/guardian-notices'
import { Box } from '../../shared/ui/box.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'

/** What is read before anything is agreed to (rule-20). */
export function NoticeCard({ notice, title }: { readonly notice: ConsentNotice; readonly title: string }) {
  return (
    <Card label={title}>
      <SectionHead>{title}</SectionHead>
      <Box className="sd-stack">
        {notice.lines.map((line) => (
          <Box key={line} as="p">
            {line}
          </Box>
        ))}
      </Box>
    </Card>
  )
}
