import { dispatchOrders, triageOrders, type WorkItem } from '@sidan/types/dispatch'
import type { OrderTarget } from '@sidan/types/orders'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { sayProblem, toast } from '../../shared/ui/toast.tsx'

const named = (orders: readonly WorkItem[]) => orders.map(({ orderId, version }) => ({ orderId, version }))

/** Several orders picked and moved at once. Each stands alone: what could not be done is told, the others are done. */
export function useSeveral(items: readonly WorkItem[]) {
  const [picked, setPicked] = useState<ReadonlySet<string>>()
  const { act, busy } = useAct()
  const chosen = items.filter((order) => picked?.has(order.orderId))
  const several = async (work: () => ReturnType<typeof call<typeof triageOrders>>, done: string) => {
    const answer = await act(work)
    if (!answer) return false
    const failed = answer.results.filter((result) => !result.ok).length
    const through = answer.results.length - failed
    if (failed > 0) sayProblem(`${through} 张办好了，${failed} 张没办成：有人先动了，或者不归您办`)
    else toast(`${through} 张${done}`)
    setPicked(undefined)
    return true
  }
  return {
    /** Undefined unless orders are being picked. */
    picked,
    chosen,
    busy,
    begin: () => setPicked(new Set()),
    leave: () => setPicked(undefined),
    toggle: (orderId: string) =>
      setPicked((before) => {
        const next = new Set(before)
        if (!next.delete(orderId)) next.add(orderId)
        return next
      }),
    triage: () => several(() => call(triageOrders, { body: { orders: named(chosen) } }), '审核通过'),
    dispatch: (target: OrderTarget) =>
      several(() => call(dispatchOrders, { body: { orders: named(chosen), target } }), '派出去了'),
  }
}
