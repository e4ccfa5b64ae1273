import type { WorkItem } from '@sidan/types/dispatch'
import { triageOrder } from '@sidan/types/order-moves'
import { formatShortCode } from '@sidan/types/short-codes'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { OrderItem } from '../../shared/orders/order-item.tsx'
import { Box, Span } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { CheckTile } from '../../shared/ui/check-tile.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import type { useSeveral } from './use-several.ts'
import type { WorkTask } from './work-sheets.tsx'

export interface WorkGroupsProps {
  readonly orders: readonly WorkItem[]
  /** The unit whose list this is: its own name is not repeated on each card. */
  readonly ofStation: string | undefined
  readonly several: ReturnType<typeof useSeveral>
  readonly onTask: (task: WorkTask) => void
  readonly onDone: () => Promise<void>
}

/** What waits, by when it is due: too late already, today, later. */
export function WorkGroups({ orders, ...given }: WorkGroupsProps) {
  const words = useWords()
  const today = (order: WorkItem) => order.dueAt !== null && words.moment(order.dueAt).startsWith('今天')
  const late = orders.filter((order) => order.overdue)
  const soon = orders.filter((order) => !order.overdue && today(order))
  const later = orders.filter((order) => !order.overdue && !today(order))
  const group = (part: WorkItem[]) => part.map((order) => <Work key={order.orderId} order={order} {...given} />)
  return (
    <>
      {late.length > 0 ? (
        <SectionHead icon="warn" tone="danger" aside="已同时往上报">
          {`过时了 ${late.length}`}
        </SectionHead>
      ) : null}
      {group(late)}
      {soon.length > 0 ? <SectionHead>{`今天到期 ${soon.length}`}</SectionHead> : null}
      {group(soon)}
      {later.length > 0 && later.length < orders.length ? (
        <SectionHead>{`以后到期 ${later.length}`}</SectionHead>
      ) : null}
      {group(later)}
    </>
  )
}

function Work({ order, ofStation, several, onTask, onDone }: Omit<WorkGroupsProps, 'orders'> & { order: WorkItem }) {
  const { picked } = several
  const { act, busy } = useAct()
  const may = (verb: WorkItem['allowedActions'][number]) => order.allowedActions.includes(verb)
  const label = `${order.requesterName}，${order.title}`
  const approve = async () => {
    const { orderId, version } = order
    if (!(await act(() => call(triageOrder, { params: { orderId }, body: { version } })))) return
    toast(`${order.title}，审核通过`)
    await onDone()
  }
  const main = may('triage') ? (
    <Button size="s" grow busy={busy && '正在办…'} label={`审核通过，${label}`} onPress={() => void approve()}>
      审核通过
    </Button>
  ) : may('dispatch') && order.state !== 'dispatched' ? (
    <Button size="s" grow label={`派单，${label}`} onPress={() => onTask({ kind: 'dispatch', order })}>
      派单
    </Button>
  ) : (
    <Button
      size="s"
      grow
      kind="soft"
      label={`看进度，${label}`}
      onPress={() => go('progress', { order: order.orderId })}
    >
      看进度
    </Button>
  )
  return (
    <OrderItem
      order={order}
      reader="staff"
      {...(ofStation ? { ofStation } : {})}
      {...(picked ? { picked: picked.has(order.orderId) } : {})}
      lead={
        picked ? (
          <CheckTile checked={picked.has(order.orderId)} label={label} onToggle={() => several.toggle(order.orderId)} />
        ) : undefined
      }
      hint={order.maybeDuplicateOf ? <Doubt of={order.maybeDuplicateOf} /> : undefined}
      actions={
        picked ? undefined : (
          <>
            {main}
            {may('sendBack') ? (
              <Button
                size="s"
                kind="outlined"
                label={`退回，${label}`}
                onPress={() => onTask({ kind: 'sendBack', order })}
              >
                退回
              </Button>
            ) : null}
            <Button size="s" kind="outlined" label={`更多，${label}`} onPress={() => onTask({ kind: 'more', order })}>
              更多
            </Button>
          </>
        )
      }
    />
  )
}

function Doubt({ of }: { of: NonNullable<WorkItem['maybeDuplicateOf']> }) {
  const words = useWords()
  return (
    <Box className="sd-line t-small">
      <Icon name="question" size="s" />
      <Span className="sd-grow">{`和${words.moment(of.submittedAt)} 的单 ${formatShortCode(of.shortCode)} 可能是一回事`}</Span>
    </Box>
  )
}
