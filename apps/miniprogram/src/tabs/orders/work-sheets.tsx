import type { WorkItem } from '@sidan/types/dispatch'
import type { ReasonOption } from '@sidan/types/orders'
import { go } from '../../shared/navigation/routes.ts'
import { DecideSheets, type Decision } from '../../shared/orders/decide-sheets.tsx'
import { staffTitle } from '../../shared/orders/order-sentence.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Sheet } from '../../shared/ui/sheet.tsx'

/** What is being decided on, in a sheet over the list. */
export type WorkTask =
  | { readonly kind: Decision | 'more' | 'dispatch'; readonly order: WorkItem }
  | { readonly kind: 'dispatchSeveral'; readonly orders: readonly WorkItem[] }

export interface WorkSheetsProps {
  readonly task: WorkTask | undefined
  readonly reasons: { readonly sendBack: readonly ReasonOption[]; readonly reject: readonly ReasonOption[] } | undefined
  readonly onTask: (task: WorkTask | undefined) => void
  readonly onDone: () => Promise<void>
}

const decisions: readonly string[] = ['sendBack', 'reject', 'markDuplicate'] satisfies Decision[]
const isDecision = (kind: string): kind is Decision => decisions.includes(kind)

/** The sheets of the work list: sending back with a reason, and what is rarer. */
export function WorkSheets({ task, reasons, onTask, onDone }: WorkSheetsProps) {
  if (!task || task.kind === 'dispatchSeveral' || task.kind === 'dispatch') return null
  const { order, kind } = task
  const close = () => onTask(undefined)
  if (isDecision(kind))
    return (
      <DecideSheets
        order={order}
        decision={kind}
        reasons={{ sendBack: reasons?.sendBack ?? [], reject: reasons?.reject ?? [] }}
        suggestedDuplicate={order.maybeDuplicateOf?.shortCode}
        onClose={close}
        onDone={onDone}
      />
    )
  const may = (verb: WorkItem['allowedActions'][number]) => order.allowedActions.includes(verb)
  const look = () => {
    close()
    go('progress', { order: order.orderId })
  }
  return (
    <Sheet open onClose={close} title={staffTitle(order)} line={`${order.requesterName}·${order.stationName}`}>
      <Box className="sd-stack">
        <Button kind="soft" onPress={look}>
          看整张单
        </Button>
        {may('reject') ? (
          <Button kind="outlined" onPress={() => onTask({ kind: 'reject', order })}>
            没能办
          </Button>
        ) : null}
        {may('markDuplicate') ? (
          <Button kind="outlined" onPress={() => onTask({ kind: 'markDuplicate', order })}>
            并到另一张单
          </Button>
        ) : null}
      </Box>
    </Sheet>
  )
}
