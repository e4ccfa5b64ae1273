import type { Activity, Shift } from '@sidan/types/activities'
import { civilDay, civilTime } from '@sidan/types/civil'
import { cancelShift, changeShift, setPlaces } from '@sidan/types/shifts'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { ReasonSheet } from '../../shared/orders/reason-sheet.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { Stepper } from '../../shared/ui/stepper.tsx'
import { cancelReasons, cancelWords } from '../cancel-words.ts'
import { type Time, timesOf, WhenPart } from '../when-part.tsx'
import type { Managed } from './use-managed.ts'

/** What may be changed about one shift; whoever signed up is told each time. */
export function ShiftSheets({ activity, managed }: { readonly activity: Activity; readonly managed: Managed }) {
  const { open, close, change, busy } = managed
  const shift = activity.shifts.find((one) => open && 'shiftId' in open && one.shiftId === open.shiftId)
  if (!open || !shift) return null
  if (open.sheet === 'places') return <PlacesSheet key={shift.shiftId} shift={shift} managed={managed} />
  if (open.sheet === 'time') return <TimeSheet key={shift.shiftId} shift={shift} managed={managed} />
  return (
    <ReasonSheet
      open
      onClose={close}
      title="这一班不办了"
      line="选一个原因，报了名的人马上会收到"
      reasons={cancelReasons}
      mayAdd
      busy={busy}
      onChoose={(code, added) =>
        void change('这一班取消了，都告诉了', () =>
          call(cancelShift, { params: shift, body: { words: cancelWords(code, added) } }),
        )
      }
    />
  )
}

interface OneShift {
  readonly shift: Shift
  readonly managed: Managed
}

function TimeSheet({ shift, managed }: OneShift) {
  const start = new Date(shift.startsAt)
  const [time, setTime] = useState<Time>({
    day: civilDay(start),
    from: civilTime(start),
    minutes: Math.round((Date.parse(shift.endsAt) - start.getTime()) / 60_000),
  })
  /** Sign-up ends as long before the start as it did. */
  const save = () => {
    const times = timesOf(time)
    const early = start.getTime() - Date.parse(shift.signUpUntil)
    const signUpUntil = new Date(Date.parse(times.startsAt) - early).toISOString()
    return managed.change('时间改了，都告诉了', () =>
      call(changeShift, { params: shift, body: { ...times, signUpUntil } }),
    )
  }
  return (
    <Sheet
      open
      onClose={managed.close}
      title="改时间"
      line="报了名的人都会收到；撞上别的班的，名额先让出来"
      foot={
        <Button size="l" busy={managed.busy && '正在改…'} onPress={() => void save()}>
          改成这个时间
        </Button>
      }
    >
      <WhenPart value={time} onChange={(part) => setTime((before) => ({ ...before, ...part }))} />
    </Sheet>
  )
}

function PlacesSheet({ shift, managed }: OneShift) {
  const [counts, setCounts] = useState(new Map(shift.places.map((places) => [places.openingId, places.capacity])))
  const changed = shift.places.filter(({ openingId, capacity }) => counts.get(openingId) !== capacity)
  const save = async () => {
    for (const { openingId, capacity, confirmed, free, waitlist } of changed) {
      const overbook = Math.max(0, free + confirmed - capacity)
      const asking = {
        params: { shiftId: shift.shiftId, openingId },
        body: { capacity: counts.get(openingId) ?? capacity, overbook, waitlist },
      }
      if (!(await managed.change('名额改了', () => call(setPlaces, asking)))) return
    }
  }
  return (
    <Sheet
      open
      onClose={managed.close}
      title="改名额"
      line="多了，候补的人自动递补；已经确认的人不会被减掉"
      foot={
        <Button
          size="l"
          busy={managed.busy && '正在改…'}
          disabledBecause={changed.length === 0 && '还没有改动'}
          onPress={() => void save()}
        >
          改好了
        </Button>
      }
    >
      <Box className="sd-stack">
        {shift.places.map(({ openingId, name, confirmed }) => (
          <Box key={openingId} className="sd-between">
            <Box>
              {name}
              <Box className="t-small sd-ink-2">{`已经确认 ${confirmed} 人`}</Box>
            </Box>
            <Stepper
              label={`${name}名额`}
              from={Math.max(1, confirmed)}
              value={counts.get(openingId) ?? 1}
              onChange={(count) => setCounts(new Map(counts).set(openingId, count))}
            />
          </Box>
        ))}
      </Box>
    </Sheet>
  )
}
