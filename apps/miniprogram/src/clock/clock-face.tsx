import type { Instant } from '@sidan/types/units'
import { useEffect, useState } from 'react'
import { minuteParts } from '../shared/format/amount-words.ts'
import { useWords } from '../shared/format/use-words.ts'
import { Box, Span } from '../shared/ui/box.tsx'
import { Icon } from '../shared/ui/icon.tsx'
import { Stat } from '../shared/ui/stat.tsx'
import { Tag } from '../shared/ui/tag.tsx'
import type { ClockTask } from './clock-tasks.ts'
import type { Clock } from './use-clock.ts'
import './clock-face.css'

/** How long the service has lasted, and the two scans it is made of. */
export function ClockFace({ clock }: { readonly clock: Clock }) {
  const words = useWords()
  const { running, task } = clock
  const now = useMinute(running !== null || Boolean(task?.opensAt))
  return (
    <>
      {running ? (
        <Box className="sd-clock-time">
          <Box className="sd-clock-word">
            <Icon name="clock" size="s" />
            <Span>已经服务</Span>
          </Box>
          <Stat
            size="hero"
            parts={minuteParts(Math.max(0, Math.floor((now - Date.parse(running.startedAt)) / 60_000)))}
          />
        </Box>
      ) : null}
      <Step
        word={running ? `签到 ${words.time(running.startedAt)}` : '签到·还没有'}
        line={task ? codeLine(task, words.moment, now) : otherLine(clock.at)}
        done={running !== null}
        waits={running?.waits ?? false}
      />
      {running ? <Step word="签退·还没有" line="做完再扫一次" done={false} waits={false} /> : null}
    </>
  )
}

/** What to scan where the list does not say. */
function otherLine(at: Clock['at']): string {
  if (!at) return '没有答应的单，也没有今天的班'
  return at.kind === 'shift' ? '扫站里墙上、屏上的码' : '扫对方单上的服务码'
}

/** Which code to scan; of a shift that is not open yet, from when. */
function codeLine({ opensAt, code }: ClockTask, moment: (at: Instant) => string, now: number): string {
  return opensAt && Date.parse(opensAt) > now ? `${moment(opensAt)}起可以签到，${code}` : code
}

function Step({ word, line, done, waits }: { word: string; line: string; done: boolean; waits: boolean }) {
  return (
    <Box className="sd-clock-step">
      <Icon name="scan" />
      <Box className="sd-grow">
        <Box className={done ? 'sd-strong' : 'sd-ink-2'}>{word}</Box>
        <Box className="t-small sd-ink-2">{line}</Box>
      </Box>
      {waits ? (
        <Tag tone="warm" icon="hourglass">
          等待同步
        </Tag>
      ) : null}
    </Box>
  )
}

/** The time now, anew every half minute while something runs. */
function useMinute(runs: boolean): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!runs) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [runs])
  return now
}
