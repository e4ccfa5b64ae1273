import type { Order } from '@sidan/types/orders'
import { useWords } from '../../shared/format/use-words.ts'
import { PhotoShown } from '../../shared/photos/photo-shown.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { StarsShown } from '../../shared/ui/stars.tsx'

/** What was done, counted and shown, and what was said of it. */
export function ResultPart({ order }: { readonly order: Order }) {
  const words = useWords()
  const { result, rating } = order
  if (!result && !rating) return null
  return (
    <Card>
      {result ? (
        <>
          <SectionHead as="h3" aside={words.moment(result.at)}>
            做了什么
          </SectionHead>
          <Box className="sd-stack">
            {result.note ? <Box>{result.note}</Box> : null}
            {result.counts.length > 0 ? (
              <Box className="sd-strong">
                {result.counts.map(({ what, count }) => `${what} ${count} 次`).join('，')}
              </Box>
            ) : null}
            {result.photos.length > 0 ? (
              <Box className="sd-line">
                {result.photos.map((hash, index) => (
                  <PhotoShown key={hash} hash={hash} alt={`服务照片 ${index + 1}`} />
                ))}
              </Box>
            ) : null}
          </Box>
        </>
      ) : null}
      {rating ? (
        <Box className="sd-stack">
          <StarsShown value={rating.stars} label={`${order.requesterName}评了 ${rating.stars} 星`} />
          {rating.words ? <Box>{`${order.requesterName}说：${rating.words}`}</Box> : null}
        </Box>
      ) : null}
    </Card>
  )
}
