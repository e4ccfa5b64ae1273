import type { Activity } from '@sidan/types/activities'
import { civilDay } from '@sidan/types/civil'
import { useWords } from '../format/use-words.ts'
import { Box } from '../ui/box.tsx'
import { Row } from '../ui/row.tsx'
import './activity-row.css'

/** One activity: its day as on a wall calendar, what it is, when and where. */
export function ActivityRow({
  activity,
  withUnit = false,
}: {
  readonly activity: Activity
  readonly withUnit?: boolean
}) {
  const words = useWords()
  const day = civilDay(new Date(activity.startsAt))
  const full = words.fullDay(day)
  const line = [
    words.time(activity.startsAt),
    ...(withUnit ? [activity.unitName] : []),
    activity.place,
    ...(activity.capacity === null ? [] : [`${activity.capacity} 个位`]),
  ]
  return (
    <Row
      lead={
        <Box className="sd-day" label={full}>
          <Box className="sd-day-number">{String(Number(day.slice(8)))}</Box>
          <Box className="sd-day-name">{full.slice(-2)}</Box>
        </Box>
      }
      weight="strong"
      title={activity.title}
      line={line.join('·')}
    />
  )
}
