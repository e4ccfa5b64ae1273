import type { ActivityCard } from '@sidan/types/activities'
import { civilDay } from '@sidan/types/civil'
import { useWords } from '../format/use-words.ts'
import { go } from '../navigation/routes.ts'
import { countyHere } from '../session/session.ts'
import { Box } from '../ui/box.tsx'
import { Row } from '../ui/row.tsx'
import './activity-row.css'

const placesWords = ({ freeVolunteers, freeParticipants }: ActivityCard): string[] => {
  if (freeVolunteers === null || freeParticipants === null) return ['直接来']
  if (freeVolunteers + freeParticipants === 0) return ['满了']
  return [
    ...(freeParticipants > 0 ? [`还有 ${freeParticipants} 个位`] : []),
    ...(freeVolunteers > 0 ? [`招 ${freeVolunteers} 名志愿者`] : []),
  ]
}

/** One activity: its day as on a wall calendar, what it is, when and where; opens its page. */
export function ActivityRow({
  activity,
  county = countyHere(),
  withUnit = false,
}: {
  readonly activity: ActivityCard
  readonly county?: string
  readonly withUnit?: boolean
}) {
  const words = useWords()
  const day = civilDay(new Date(activity.startsAt))
  const full = words.fullDay(day)
  const line = [
    words.time(activity.startsAt),
    ...(withUnit ? [activity.unitName] : []),
    activity.place,
    ...placesWords(activity),
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
      onOpen={() => go('activity', { activity: activity.activityId, county })}
    />
  )
}
