import { addDays, civilDay, momentOf } from '@sidan/types/civil'
import type { CivilDay, Instant } from '@sidan/types/units'
import { useState } from 'react'
import { useWords } from '../shared/format/use-words.ts'
import { Box } from '../shared/ui/box.tsx'
import { Chip } from '../shared/ui/chip.tsx'
import { ChoiceChips } from '../shared/ui/choice-chips.tsx'
import { DayField } from '../shared/ui/day-field.tsx'
import { SectionHead } from '../shared/ui/section-head.tsx'
import { TimeField } from '../shared/ui/time-field.tsx'

export interface Time {
  readonly day: CivilDay
  /** `HH:MM` */
  readonly from: string
  readonly minutes: number
}

/** The moments of a time. */
export const timesOf = ({ day, from, minutes }: Time): { startsAt: Instant; endsAt: Instant } => {
  const start = momentOf(day, from)
  return { startsAt: start.toISOString(), endsAt: new Date(start.getTime() + minutes * 60_000).toISOString() }
}

const hours = ['08:30', '09:00', '14:30', '15:00', '16:30', '19:00']
const lengths = [
  { value: '60', word: '1 小时' },
  { value: '90', word: '1 小时半' },
  { value: '120', word: '2 小时' },
  { value: '180', word: '3 小时' },
]
/** Days offered before 别的日子. */
const near = 7

export interface WhenPartProps {
  readonly value: Time
  readonly onChange: (part: Partial<Time>) => void
}

/** Which day, from when, how long: by taps, and by the platform's picker where none of them fits. */
export function WhenPart({ value, onChange }: WhenPartProps) {
  return (
    <Box className="sd-stack">
      <DayChoice value={value.day} onChoose={(day) => onChange({ day })} />
      <HourChoice value={value.from} onChoose={(from) => onChange({ from })} />
      <SectionHead as="h3">多长</SectionHead>
      <ChoiceChips
        label="多长"
        layout="four"
        value={String(value.minutes)}
        choices={
          lengths.some((length) => Number(length.value) === value.minutes)
            ? lengths
            : [...lengths, { value: String(value.minutes), word: `${value.minutes} 分钟` }]
        }
        onChoose={(minutes) => onChange({ minutes: Number(minutes) })}
      />
    </Box>
  )
}

/** One of the coming days, or another. */
export function DayChoice({
  value,
  onChoose,
}: {
  readonly value: CivilDay
  readonly onChoose: (day: CivilDay) => void
}) {
  const words = useWords()
  const today = civilDay(new Date())
  const days = Array.from({ length: near }, (_none, index) => addDays(today, index))
  const [other, setOther] = useState(!days.includes(value))
  const chipOf = (day: CivilDay) => {
    const [date = '', name = ''] = words.fullDay(day).split(' ')
    const spoken = words.day(day)
    return {
      value: day,
      word: spoken === date ? name : spoken,
      below: date.endsWith('月1日') ? date : date.replace(/^.*月/, ''),
    }
  }
  return (
    <>
      <SectionHead as="h3">哪一天</SectionHead>
      <ChoiceChips
        label="哪一天"
        layout="four"
        value={other ? null : value}
        choices={days.map(chipOf)}
        onChoose={(day) => {
          setOther(false)
          onChoose(day)
        }}
        end={
          <Chip role="button" chosen={other} onPress={() => setOther(true)}>
            别的日子
          </Chip>
        }
      />
      {other ? <DayField label="选一天" value={value} from={today} onChoose={(day) => day && onChoose(day)} /> : null}
    </>
  )
}

function HourChoice({ value, onChoose }: { readonly value: string; readonly onChoose: (from: string) => void }) {
  const [other, setOther] = useState(!hours.includes(value))
  return (
    <>
      <SectionHead as="h3">几点开始</SectionHead>
      <ChoiceChips
        label="几点开始"
        layout="four"
        value={other ? null : value}
        choices={hours.map((hour) => ({ value: hour, word: hour.replace(/^0/, '') }))}
        onChoose={(hour) => {
          setOther(false)
          onChoose(hour)
        }}
        end={
          <Chip role="button" chosen={other} onPress={() => setOther(true)}>
            别的
          </Chip>
        }
      />
      {other ? <TimeField label="选时间" value={value} onChoose={onChoose} /> : null}
    </>
  )
}
