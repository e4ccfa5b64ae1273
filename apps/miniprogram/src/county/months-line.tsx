import { addMonths, civilDay } from '@sidan/types/civil'
import { monthWords } from '../shared/format/day-words.ts'
import { useWords } from '../shared/format/use-words.ts'
import { Box } from '../shared/ui/box.tsx'
import { Button } from '../shared/ui/button.tsx'

/** The month before, and the one after when it has begun. */
export function MonthsLine({
  shown,
  onChoose,
}: {
  readonly shown: string
  readonly onChoose: (month: string) => void
}) {
  const words = useWords()
  const [before, after] = [addMonths(shown, -1), addMonths(shown, 1)]
  const now = civilDay(new Date(words.now)).slice(0, 7)
  return (
    <Box className="sd-between">
      <Button kind="text" size="s" onPress={() => onChoose(before)}>
        {`看${monthWords(before)}`}
      </Button>
      {after <= now ? (
        <Button kind="text" size="s" onPress={() => onChoose(after)}>
          {`看${monthWords(after)}`}
        </Button>
      ) : null}
    </Box>
  )
}
