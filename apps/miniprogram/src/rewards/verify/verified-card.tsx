import { useWords } from '../../shared/format/use-words.ts'
import { Card } from '../../shared/ui/card.tsx'
import { IconTile } from '../../shared/ui/icon-tile.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import type { Verified } from './use-verify.ts'
import { periodName } from './used-today.tsx'

/** What whoever gives it looks at for a second: that it is right, what, and whose. */
export function VerifiedCard({ done }: { readonly done: Verified }) {
  const words = useWords()
  if (done.kind === 'voucher') {
    const { title, holderName, pricePoints, usedAt } = done.voucher
    return (
      <Card label="可以给了">
        <Subject
          lead={<IconTile icon="check" size="l" />}
          title={`可以给了：${title}`}
          line={`${holderName}·${pricePoints} 分·${words.moment(usedAt)}`}
        />
      </Card>
    )
  }
  const { use } = done
  // Asked again with the same code after it was taken back: it lets nobody in.
  if (use.undoneAt !== null) return null
  return (
    <Card label="可以用">
      <Subject
        lead={<IconTile icon="check" size="l" />}
        title={`可以用：${use.benefitName}`}
        line={`${use.holderName}·${periodName(use)}还剩 ${use.leftCount} 次·${words.moment(use.usedAt)}`}
      />
    </Card>
  )
}
