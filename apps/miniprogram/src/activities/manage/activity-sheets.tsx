import type { Activity } from '@sidan/types/activities'
import { addShifts, copyActivity } from '@sidan/types/activity-forms'
import { addDays, civilDay } from '@sidan/types/civil'
import { cancelActivity } from '@sidan/types/shifts'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { swap } from '../../shared/navigation/routes.ts'
import { ReasonSheet } from '../../shared/orders/reason-sheet.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'
import { cancelReasons, cancelWords } from '../cancel-words.ts'
import { DayChoice } from '../when-part.tsx'
import type { Managed } from './use-managed.ts'

export interface ActivitySheetsProps {
  readonly activity: Activity
  readonly managed: Managed
}

/** What may be done with the whole activity. */
export function ActivitySheets(props: ActivitySheetsProps) {
  const { activity, managed } = props
  const { open, close, change, busy } = managed
  if (open?.sheet === 'copy') return <CopySheet {...props} />
  if (open?.sheet === 'add') return <AddSheet {...props} />
  const draft = activity.state === 'draft'
  return (
    <ReasonSheet
      open={open?.sheet === 'cancel'}
      onClose={close}
      title={draft ? '不要这份草稿了' : '整个活动不办了'}
      line={draft ? '还没发布，不会告诉别人' : '选一个原因，报了名的人马上会收到'}
      reasons={draft ? [{ code: 'few', text: '不要了' }] : cancelReasons}
      mayAdd={!draft}
      busy={busy}
      onChoose={(code, added) =>
        void change(draft ? '草稿不要了' : '取消了，都告诉了', () =>
          call(cancelActivity, {
            params: activity,
            body: { version: activity.version, words: draft ? '草稿不要了' : cancelWords(code, added) },
          }),
        )
      }
    />
  )
}

/** The first day offered: the same weekday in the coming week. */
function weekLater(activity: Activity): string {
  const [first] = activity.shifts
  const today = civilDay(new Date())
  let day = addDays(civilDay(new Date(first?.startsAt ?? Date.now())), 7)
  while (day <= today) day = addDays(day, 7)
  return day
}

function CopySheet({ activity, managed }: ActivitySheetsProps) {
  const [firstDay, setFirstDay] = useState(() => weekLater(activity))
  const words = useWords()
  const copy = async () => {
    const copied = await managed.change('抄好了，看看再发布', () =>
      call(copyActivity, { params: activity, body: { firstDay } }),
    )
    if (copied) swap('manage', { activity: copied.activityId })
  }
  return (
    <Sheet
      open
      onClose={managed.close}
      title="照这个再办一次"
      line="先存成草稿，看过了再发布"
      foot={
        <Button size="l" busy={managed.busy && '正在抄…'} onPress={() => void copy()}>
          {`${words.day(firstDay)}再办一次`}
        </Button>
      }
    >
      <Box className="sd-stack">
        <DayChoice value={firstDay} onChoose={setFirstDay} />
      </Box>
    </Sheet>
  )
}

const weeks = [
  { value: '1', word: '1 周' },
  { value: '4', word: '4 周' },
  { value: '8', word: '8 周' },
  { value: '16', word: '16 周' },
]

function AddSheet({ activity, managed }: ActivitySheetsProps) {
  const [more, setMore] = useState('4')
  const last = activity.shifts[activity.shifts.length - 1]
  const words = useWords()
  const add = () =>
    managed.change(`加了 ${more} 个班`, () =>
      call(addShifts, {
        params: activity,
        body: { version: activity.version, shifts: [], weeksMore: Number(more) },
      }),
    )
  return (
    <Sheet
      open
      onClose={managed.close}
      title="每周再来几次"
      line={last ? `照最后一班：${words.span(last.startsAt, last.endsAt)}` : ''}
      foot={
        <Button size="l" busy={managed.busy && '正在加…'} onPress={() => void add()}>
          {`加 ${more} 个班`}
        </Button>
      }
    >
      <Box className="sd-stack">
        <SectionHead as="h3">再来几周</SectionHead>
        <ChoiceChips label="再来几周" layout="four" value={more} choices={weeks} onChoose={setMore} />
      </Box>
    </Sheet>
  )
}
