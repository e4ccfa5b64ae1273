import { type ClockableShift, getMyClock } from '@sidan/types/clock'
import { listTasks } from '@sidan/types/dispatch'
import { listMyOrders, type OrderCard } from '@sidan/types/orders'
import type { Me } from '@sidan/types/people'
import { useCallback } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { shortUnit } from '../../shared/format/unit-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { orKept } from '../../shared/offline/kept.ts'
import { residentSentence } from '../../shared/orders/order-sentence.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { StatusTag } from '../../shared/ui/status-tag.tsx'
import { Subject } from '../../shared/ui/subject.tsx'

interface Next {
  readonly own: OrderCard | undefined
  readonly task: OrderCard | undefined
  /** Of today or tomorrow; whether its clock runs. */
  readonly shift: (ClockableShift & { readonly runs: boolean }) | undefined
}

/** What the requester must do comes first, then what is agreed, then what is on its way. */
const urgency: readonly OrderCard['state'][] = ['returned', 'fulfilled', 'inService', 'accepted']
const rank = (order: OrderCard): number => {
  const at = urgency.indexOf(order.state)
  return at < 0 ? urgency.length : at
}

async function loadNext(personId: string, volunteer: boolean) {
  return orKept<Next>('next', personId, async () => {
    const [own, tasks, clock] = await Promise.all([
      call(listMyOrders, { query: { open: 'true', limit: 20 } }),
      volunteer ? call(listTasks) : undefined,
      volunteer ? call(getMyClock) : undefined,
    ])
    if (!own.ok) return own
    if (tasks && !tasks.ok) return tasks
    if (clock && !clock.ok) return clock
    const [first] = own.value.items.filter((order) => order.state !== 'rated').sort((a, b) => rank(a) - rank(b))
    const shift = clock?.value.shifts[0]
    const runs = clock?.value.running?.shiftId === shift?.shiftId
    return { ok: true, value: { own: first, task: tasks?.value.items[0], shift: shift && { ...shift, runs } } }
  })
}

/** The next thing that happens: what somebody does for this person, and what this person does for somebody. */
export function NextThing({ me }: { readonly me: Me }) {
  const { value } = useLoad(useCallback(() => loadNext(me.personId, me.volunteer !== null), [me]))
  const words = useWords()
  const { own, task, shift } = value ?? {}
  return (
    <>
      {shift ? (
        <Card label="接下来的班">
          <Subject
            size="title"
            title={`${words.moment(shift.startsAt)}，${shift.title}`}
            line={`${shift.place}·${shortUnit(shift.unitName)}`}
          />
          <CardActions>
            <Button kind="soft" grow icon="scan" onPress={() => go('clock', { shift: shift.shiftId })}>
              {shift.runs ? '签退' : '签到'}
            </Button>
          </CardActions>
        </Card>
      ) : null}
      {task ? (
        <Card label="接下来要去的">
          <Subject
            size="title"
            tag={<StatusTag state={task.state} reader="staff" />}
            title={`${words.soon(task)}，${task.title}`}
            line={`${task.requesterName}·${shortUnit(task.stationName)}`}
          />
          <CardActions>
            <Button kind="soft" grow icon="scan" onPress={() => go('clock', { order: task.orderId })}>
              {task.state === 'inService' ? '签退' : '签到'}
            </Button>
            <Button kind="outlined" onPress={() => go('progress', { order: task.orderId })}>
              看单
            </Button>
          </CardActions>
        </Card>
      ) : null}
      {own ? (
        <Card label="我点的单">
          <Subject
            size="title"
            tag={<StatusTag state={own.state} reader="resident" late={own.overdue} />}
            title={residentSentence(
              own,
              words.elder && own.startsAt ? words.moment(own.startsAt) : words.slot(own.slot),
            )}
            line={own.dueAt && !own.overdue ? `${words.by(own.dueAt)}有人答复` : shortUnit(own.stationName)}
          />
          <CardActions>
            <Button kind="soft" grow onPress={() => go('progress', { order: own.orderId })}>
              {own.state === 'fulfilled' ? '评一评' : own.state === 'returned' ? '去补充' : '看进度'}
            </Button>
          </CardActions>
        </Card>
      ) : null}
      {value && !own && !task && !shift ? <Box className="sd-ink-2">现在没有在办的单。</Box> : null}
    </>
  )
}
