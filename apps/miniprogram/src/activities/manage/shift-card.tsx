import type { Activity, Places, Shift } from '@sidan/types/activities'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { Tag } from '../../shared/ui/tag.tsx'
import type { Open } from './use-managed.ts'

export interface ShiftCardProps {
  readonly activity: Activity
  readonly shift: Shift
  readonly onOpen: (open: Open) => void
}

/** 到 12 人，共 20 个名额，候补 3 人 */
const countWords = ({ confirmed, capacity, waiting }: Places): string =>
  `报了 ${confirmed} 人，共 ${capacity} 个${waiting > 0 ? `，候补 ${waiting} 人` : ''}`

/** One shift for who runs it. */
export function ShiftCard({ activity, shift, onOpen }: ShiftCardProps) {
  const words = useWords()
  const when = words.span(shift.startsAt, shift.endsAt)
  const may = (action: Shift['allowedActions'][number]) => shift.allowedActions.includes(action)
  const { shiftId } = shift
  return (
    <Card label={when}>
      <Box className="sd-between">
        <Box className="sd-strong">{when}</Box>
        {shift.state === 'cancelled' ? (
          <Tag tone="stone" icon="cross">
            不办了
          </Tag>
        ) : null}
      </Box>
      {shift.places.map((places) => (
        <Box key={places.openingId} className="sd-between t-small">
          <Box>{places.name}</Box>
          <Box className="sd-ink-2">{countWords(places)}</Box>
        </Box>
      ))}
      <CardActions>
        {activity.state === 'published' && activity.signUp !== 'none' ? (
          <Verb
            word={may('roll') ? '点名' : '看名单'}
            kind="soft"
            when={when}
            onPress={() => go('roll', { shift: shiftId })}
          />
        ) : null}
        {may('report') ? (
          <Verb word="记一笔" kind="soft" when={when} onPress={() => go('report', { shift: shiftId })} />
        ) : null}
      </CardActions>
      {may('change') || may('cancel') ? (
        <CardActions>
          {may('change') && shift.places.length > 0 ? (
            <Verb word="改名额" when={when} onPress={() => onOpen({ sheet: 'places', shiftId })} />
          ) : null}
          {may('change') ? <Verb word="改时间" when={when} onPress={() => onOpen({ sheet: 'time', shiftId })} /> : null}
          {may('cancel') ? (
            <Verb word="不办了" when={when} onPress={() => onOpen({ sheet: 'cancelShift', shiftId })} />
          ) : null}
        </CardActions>
      ) : null}
    </Card>
  )
}

interface VerbProps {
  readonly word: string
  readonly kind?: 'soft' | 'outlined'
  /** Which shift, for those who listen. */
  readonly when: string
  readonly onPress: () => void
}

function Verb({ word, kind = 'outlined', when, onPress }: VerbProps) {
  return (
    <Button kind={kind} size="s" grow label={`${word}，${when}`} onPress={onPress}>
      {word}
    </Button>
  )
}
