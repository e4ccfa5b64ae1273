import type { ActivityCard } from '@sidan/types/activities'
import { civilDay, civilTime } from '@sidan/types/civil'
import { useEffect } from 'react'
import type { Failure } from '../../shared/api/call.ts'
import { RotatingCode } from '../../shared/codes/rotating-code.tsx'
import { driftLimitMs, driftMs, serverMs } from '../../shared/codes/server-time.ts'
import { useSeconds } from '../../shared/codes/use-seconds.ts'
import { fullDayWords } from '../../shared/format/day-words.ts'
import { momentWords } from '../../shared/format/time-words.ts'
import { Avatar } from '../../shared/ui/avatar.tsx'
import { Box, Span } from '../../shared/ui/box.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { Mark } from '../../shared/ui/mark.tsx'
import { Tag } from '../../shared/ui/tag.tsx'
import { FullScreen, FullScreenButton } from './full-screen.tsx'
import { alarmOf, leftWords } from './screen-words.ts'
import type { Face, Shown } from './stage.ts'

interface WallProps {
  readonly shown: Shown
  readonly failure: Failure | undefined
  /** The clock was set, or the device slept: the server is asked at once. */
  readonly onMoved: () => void
}

/** The code, and what people in front of it want to know: where, what time, who is on duty, what comes next. */
export function Wall({ shown: { face, codes, time }, failure, onMoved }: WallProps) {
  const clocks = useSeconds()
  const drift = driftMs(time, clocks)
  const moved = Math.abs(drift + time.offsetMs) > driftLimitMs
  useEffect(() => {
    if (moved) onMoved()
  }, [moved, onMoved])
  const nowMs = serverMs(time, clocks)
  return (
    <FullScreen
      alarm={alarmOf(drift, codes, nowMs)}
      code={
        <>
          <Box as="h2" className="sd-wall-verb">
            签到、签退，扫这里
          </Box>
          <Box className="sd-wall-how">
            <Span className="sd-wall-once">打开四单，点「签到签退」再扫。</Span>
            <Span className="sd-wall-once">来了扫一次，走时再扫一次</Span>
          </Box>
          <RotatingCode codes={codes} nowMs={nowMs} />
        </>
      }
    >
      <Head face={face} now={new Date(nowMs)} />
      <OnDuty face={face} />
      <Coming activities={face.activities} now={new Date(nowMs)} />
      <Box className="sd-wall-state">
        <Icon name={failure ? 'offline' : 'check-circle'} size="s" />
        <Span className="sd-wall-state-words">
          {`${failure ? '没有网络，照常扫' : `${face.name}·有网络`}·${leftWords(codes, nowMs)}`}
        </Span>
        <FullScreenButton />
      </Box>
    </FullScreen>
  )
}

function Head({ face, now }: { readonly face: Face; readonly now: Date }) {
  const day = fullDayWords(civilDay(now), now.toISOString())
  return (
    <Box className="sd-wall-head">
      <Box className="sd-wall-where">
        <Mark />
        <Box as="h1" className="sd-wall-name">
          {face.unitName}
        </Box>
      </Box>
      <Box className="sd-wall-time">
        <Span className="sd-wall-clock">{civilTime(now)}</Span>
        <Span className="sd-wall-day">{day}</Span>
        <Span className="sd-wall-hours">{`开门 ${face.opensAt}–${face.closesAt}`}</Span>
      </Box>
    </Box>
  )
}

function OnDuty({ face: { onDutyName, phone } }: { readonly face: Face }) {
  return (
    <Box as="section" className="sd-wall-card sd-wall-duty" label="谁在值班">
      {onDutyName ? <Avatar name={onDutyName} size="l" /> : <Icon name="phone" />}
      <Box className="sd-wall-duty-words">
        <Box className="sd-wall-title">{onDutyName ? `今天${onDutyName}值班` : '有事打站里的电话'}</Box>
        <Box className="sd-wall-line">{onDutyName ? `有事先找${onDutyName}·${phone}` : phone}</Box>
      </Box>
    </Box>
  )
}

/** What comes next, as many as fit: none is cut in half. */
function Coming({ activities, now }: { readonly activities: readonly ActivityCard[]; readonly now: Date }) {
  const coming = activities.filter(({ endsAt }) => Date.parse(endsAt) > now.getTime())
  return (
    <Box as="section" className="sd-wall-card sd-wall-coming" label="接下来的活动">
      {coming.length === 0 ? <Box className="sd-wall-line">这几天没有要办的活动</Box> : null}
      <Box className="sd-wall-items">
        {coming.map((activity) => (
          <ComingLine key={activity.activityId} activity={activity} now={now} />
        ))}
      </Box>
    </Box>
  )
}

function ComingLine({ activity, now }: { readonly activity: ActivityCard; readonly now: Date }) {
  const [day, time] = momentWords(activity.startsAt, now.toISOString()).split(' ')
  return (
    <Box className="sd-wall-item">
      <Box className="sd-wall-when">
        {day === '今天' ? null : <Box className="sd-wall-on">{day}</Box>}
        <Box>{time}</Box>
      </Box>
      <Box className="sd-wall-what">
        <Box className="sd-wall-title">{activity.title}</Box>
        <Box className="sd-wall-line">{activity.place}</Box>
      </Box>
      {Date.parse(activity.startsAt) <= now.getTime() ? (
        <Tag tone="brand" icon="clock">
          正在进行
        </Tag>
      ) : null}
    </Box>
  )
}
