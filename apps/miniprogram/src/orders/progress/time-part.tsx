import type { Order } from '@sidan/types/orders'
import { getTimePledge, pledgeTime, releaseTimePledge, type TimePledge } from '@sidan/types/time-bank'
import { useCallback } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { SetAside } from './set-aside.tsx'

/**
 * 用时间谢谢 who comes: shown to who asked for the order alone, where they have time or some is set aside, by them or by staff from the pool. Nothing of it makes
 * anybody come sooner.
 */
export function TimePart({ order: { orderId } }: { readonly order: Order }) {
  const params = { orderId }
  const { value, reload } = useLoad(useCallback(() => call(getTimePledge, { params: { orderId } }), [orderId]))
  if (!value) return null
  const isSet = value.state === 'held' || value.state === 'paid'
  const minutes = Math.min(60, value.availableMinutes)
  const allowed = value.allowedActions.filter((one) => one === 'release' || minutes > 0)
  if (!isSet && allowed.length === 0) return null
  return (
    <Card>
      <SectionHead as="h3">{isSet && value.fromPool ? '爱心时间池' : '用时间'}</SectionHead>
      {isSet ? <Box>{pledgeWords(value)}</Box> : null}
      <SetAside
        allowed={allowed}
        offer={`您有 ${minutesWords(value.availableMinutes)}，可以放一些给来服务的人。放不放，都一样有人来`}
        put={`放 ${minutesWords(minutes)}`}
        back="不放了，收回来"
        onPut={(key) => call(pledgeTime, { params, body: { minutes }, key })}
        onBack={() => call(releaseTimePledge, { params })}
        onDone={reload}
      />
    </Card>
  )
}

function pledgeWords({ minutes, state, fromPool, paidMinutes }: TimePledge): string {
  const paid = state === 'paid'
  const amount = minutesWords(paid ? paidMinutes : (minutes ?? 0))
  if (fromPool)
    return paid
      ? `站里用爱心时间池的 ${amount}，谢过来服务的人了`
      : `站里给您用了爱心时间池 ${amount}，谢谢来服务的人。您不用还`
  return paid ? `${amount}给了来服务的人` : `放了 ${amount}，时长审核通过就归来服务的人，多的退回`
}
