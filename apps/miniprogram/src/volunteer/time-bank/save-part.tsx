import { saveTime, type TimeBank } from '@sidan/types/time-bank'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { toast } from '../../shared/ui/toast.tsx'

/** 存时间: approved records that were not saved yet, each by one tap. */
export function SavePart({ bank, onDone }: { readonly bank: TimeBank; readonly onDone: () => Promise<void> }) {
  const words = useWords()
  const { act, busy } = useAct()
  const save = async (recordId: TimeBank['savable'][number]['recordId'], minutes: number) => {
    if (!(await act(() => call(saveTime, { body: { recordId } })))) return
    toast(`存了 ${minutesWords(minutes)}`)
    await onDone()
  }
  return (
    <Card>
      <SectionHead aside={`今年还能存 ${minutesWords(bank.savableMinutes)}`}>存时间</SectionHead>
      {bank.savable.length === 0 ? (
        <Box className="sd-ink-2">审核通过的志愿服务都存了。</Box>
      ) : (
        <Box className="sd-stack">
          {bank.savable.map(({ recordId, title, serviceDay, minutes }) => (
            <Box key={recordId} className="sd-between">
              <Box>
                <Box>{title}</Box>
                <Box className="t-small sd-ink-2">{`${words.date(serviceDay)}·${minutesWords(minutes)}`}</Box>
              </Box>
              <Button
                kind="soft"
                size="s"
                busy={busy && '正在存…'}
                label={`存，${words.date(serviceDay)}${title}`}
                onPress={() => void save(recordId, minutes)}
              >
                存
              </Button>
            </Box>
          ))}
        </Box>
      )}
    </Card>
  )
}
