import type { TeamLife } from '@sidan/types/team-life'
import { minuteParts, minutesWords } from '../../shared/format/amount-words.ts'
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
  const { minutes, thanksCount, servedTimes, calendar, messages } = life
  const counts = `办过 ${servedTimes} 次，收到 ${thanksCount} 个赞`
  return (
    <>
      {servedTimes > 0 || thanksCount > 0 ? (
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
          <Box className={minutes ? 't-small sd-ink-2' : ''}>{counts}</Box>
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
              key={one.orderId}
              icon="clock"
              title={one.title}
              line={words.span(one.startsAt, one.endsAt)}
              onOpen={() => go('progress', { order: one.orderId })}
            />
          ))}
        </List>
      ) : null}
    </>
  )
}
