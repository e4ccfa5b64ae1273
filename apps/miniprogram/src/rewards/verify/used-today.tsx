import { listVerifiedUses, signColourWords, undoBenefitUse, type VerifiedUse } from '@sidan/types/benefits'
import type { ReplyOf } from '@sidan/types/endpoint'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { More } from '../../shared/screen/more.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { toast } from '../../shared/ui/toast.tsx'

export const loadUsed = (cursor?: string) => call(listVerifiedUses, { query: { cursor, limit: 20 } })

/** 这个月, 今年 */
export const periodName = ({ period }: Pick<VerifiedUse, 'period'>): string => (period.length > 4 ? '这个月' : '今年')

interface UsedTodayProps {
  readonly value: ReplyOf<typeof listVerifiedUses> | undefined
  readonly items: readonly VerifiedUse[]
  readonly reload: () => Promise<void>
  readonly more: (() => Promise<void>) | undefined
  readonly onUndone: (useId: string) => void
}

/** 今天核的礼遇: what was scanned, what can still be taken back, and the sign that cards show today. */
export function UsedToday({ value, items, reload, more, onUndone }: UsedTodayProps) {
  const words = useWords()
  const { act, busy } = useAct()
  if (!value) return null
  const undo = async ({ useId, benefitName }: VerifiedUse) => {
    if (await act(() => call(undoBenefitUse, { params: { useId } }))) {
      toast(`「${benefitName}」撤回了，次数还给本人`)
      onUndone(useId)
    }
    // Refused as well: it may be too late by now.
    await reload()
  }
  return (
    <>
      <SectionHead>{`今天核礼遇 ${value.totalCount} 次`}</SectionHead>
      <Box className="t-small sd-ink-2">{`今天礼遇卡的暗号：${value.sign.word}，${signColourWords[value.sign.colour]}色`}</Box>
      <List label="今天核的礼遇">
        {items.map((use) => (
          <Row
            key={use.useId}
            title={use.benefitName}
            line={`${use.holderName}·${words.moment(use.usedAt)}`}
            value={use.undoneAt === null ? undefined : '撤回了'}
            action={
              use.allowedActions.length > 0 ? (
                <Button
                  size="s"
                  kind="text"
                  busy={busy && '正在撤…'}
                  label={`撤回，${use.holderName}的${use.benefitName}`}
                  onPress={() => void undo(use)}
                >
                  撤回
                </Button>
              ) : undefined
            }
          />
        ))}
      </List>
      <More onTap={more} />
    </>
  )
}
