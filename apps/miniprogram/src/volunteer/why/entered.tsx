import type { RecordWhy } from '@sidan/types/records'
import { PhotoShown } from '../../shared/photos/photo-shown.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'

/** 补录: who entered it, why it was not clocked, and the photos. */
export function Entered({ entry }: { readonly entry: RecordWhy['entry'] }) {
  if (!entry) return null
  return (
    <Card>
      <SectionHead as="h3">{`补录的，${entry.byName}录`}</SectionHead>
      <Box>{entry.words}</Box>
      <Box className="sd-line">
        {entry.photos.map((hash, index) => (
          <PhotoShown key={hash} hash={hash} alt={`第 ${index + 1} 张照片`} />
        ))}
      </Box>
    </Card>
  )
}
