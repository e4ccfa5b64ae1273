import type { Order } from '@sidan/types/orders'
import { getPoolPledge, type PoolPledge, pledgePoolTime, releasePoolTime } from '@sidan/types/time-pool'
import { useCallback } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { SetAside } from './set-aside.tsx'

/** 用爱心时间池: for staff who decide here, on the order's own page alone (rule-08). */
export function PoolPart({ order: { orderId } }: { readonly order: Order }) {
  const params = { orderId }
  const { value, reload } = useLoad(useCallback(() => call(getPoolPledge, { params: { orderId } }), [orderId]))
  if (!value) return null
  const isSet = value.state === 'held' || value.state === 'paid'
  const minutes = Math.min(60, value.poolMinutes)
  const allowed = value.allowedActions.filter((one) => one === 'release' || minutes > 0)
  if (!isSet && allowed.length === 0) return null
  return (
    <Card>
      <SectionHead as="h3" aside={`还有 ${minutesWords(value.poolMinutes)}`}>
        爱心时间池
      </SectionHead>
      {isSet ? <Box>{pledgeWords(value)}</Box> : null}
      <SetAside
        allowed={allowed}
        offer="对方没有时间可用的话，可以从池里放一些给来服务的人。放不放，都照样派人"
        put={`用爱心时间池 ${minutesWords(minutes)}`}
        back="不用了，放回池里"
        onPut={(key) => call(pledgePoolTime, { params, body: { minutes }, key })}
        onBack={() => call(releasePoolTime, { params })}
        onDone={reload}
      />
    </Card>
  )
}

const pledgeWords = ({ minutes, state, paidMinutes }: PoolPledge): string =>
  state === 'paid'
    ? `池里的 ${minutesWords(paidMinutes)}给了来服务的人`
    : `用了 ${minutesWords(minutes ?? 0)}，时长审核通过就归来服务的人，多的回到池里`
