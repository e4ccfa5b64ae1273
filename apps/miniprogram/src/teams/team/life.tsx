import type { TeamLife } from '@sidan/types/team-life'
import { grouped, minuteParts, minutesWords } from '../../shared/format/amount-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Stat } from '../../shared/ui/stat.tsx'

/** What was done, what is coming, and what the leader said. */
export function Life({ life }: { readonly life: TeamLife }) {
  const words = useWords()
  const { minutes, calendar, messages, asOf } = life
  const counts = countsOf(life)
  return (
    <>
      {counts.length > 0 ? (
        <Card>
          {minutes ? (
            <>
              <Stat
                kind="hours"
                label="一起做了"
                parts={minuteParts(minutes.clockedMinutes + minutes.declaredMinutes)}
              />
              <Box className="t-small sd-ink-2">
                {`打卡 ${minutesWords(minutes.clockedMinutes)}，申报 ${minutesWords(minutes.declaredMinutes)}`}
              </Box>
            </>
          ) : null}
          <Box className={minutes ? 't-small sd-ink-2' : ''}>{counts.join('，')}</Box>
          {asOf ? <Box className="t-small sd-ink-2">{words.until(asOf)}</Box> : null}
        </Card>
      ) : null}
      {messages.length > 0 ? <SectionHead>队长说</SectionHead> : null}
      {messages.length > 0 ? (
        <List>
          {messages.map((one) => (
            <Row
              key={one.messageId}
              title={one.words ?? '正在核对，过一会儿就能看到'}
              line={`${one.byName}·${words.ago(one.at)}`}
            />
          ))}
        </List>
      ) : null}
      {calendar.length > 0 ? <SectionHead>往后四周</SectionHead> : null}
      {calendar.length > 0 ? (
        <List>
          {calendar.map((one) => (
            <Row
              key={`${one.orderId ?? one.activityId} ${one.startsAt}`}
              icon={one.orderId ? 'clock' : 'calendar'}
              title={one.title}
              line={words.span(one.startsAt, one.endsAt)}
              onOpen={() =>
                one.orderId
                  ? go('progress', { order: one.orderId })
                  : go('activity', { activity: one.activityId ?? '' })
              }
            />
          ))}
        </List>
      ) : null}
    </>
  )
}

/** One or two times are not told to whoever is not in the team. */
const timesWords = (times: number | null): string => (times === null ? '不到 3' : grouped(times))

const countsOf = ({ volunteerTimes, shiftsHeld, servedTimes, thanksCount }: TeamLife): string[] => [
  ...(volunteerTimes === 0 ? [] : [`出来服务 ${timesWords(volunteerTimes)} 次`]),
  ...(shiftsHeld === 0 ? [] : [`办活动 ${grouped(shiftsHeld)} 场`]),
  ...(servedTimes === 0 ? [] : [`服务 ${timesWords(servedTimes)} 人次`]),
  ...(thanksCount === 0 ? [] : [`收到 ${grouped(thanksCount)} 个赞`]),
]
