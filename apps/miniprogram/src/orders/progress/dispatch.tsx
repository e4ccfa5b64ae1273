import { dispatchOrder, suggestForOrder } from '@sidan/types/dispatch'
import type { Order } from '@sidan/types/orders'
import { View } from '@tarojs/components'
import { useCallback } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { Button } from '../../shared/view/button.tsx'

const placeWords = {
  sameStation: '就在本站',
  sameInstitute: '同一个街道',
  adjacent: '隔壁街道',
  elsewhere: '离得远',
} as const

/** 派给谁: suggestions with their reasons; a person decides. */
export function Dispatch({ order, onDone }: { order: Order; onDone: () => Promise<void> }) {
  const { value } = useLoad(
    useCallback(() => call(suggestForOrder, { params: { orderId: order.orderId } }), [order.orderId]),
  )
  const { act, busy } = useAct()
  const send = async (target: object) => {
    if (
      await act(() =>
        call(dispatchOrder, { params: { orderId: order.orderId }, body: { version: order.version, target } as never }),
      )
    )
      await onDone()
  }
  if (!value) return null
  return (
    <View>
      <View className="sd-section">派给谁</View>
      {value.people.map((person) => (
        <View key={person.personId} className="sd-card">
          <View className="sd-between">
            <View className="sd-strong">{person.displayName}</View>
            <View>{`${person.score} 分 = ${person.parts.map((part) => part.points).join(' + ')}`}</View>
          </View>
          <View className="sd-small">
            {person.teamName}・
            {person.parts.map((part) => (part.detail.place ? placeWords[part.detail.place] : '')).join('')}
            {person.declinedBefore ? '・这张单他上回没接' : ''}
          </View>
          <View className="sd-line">
            <Button
              kind="soft"
              wide
              busy={busy}
              onTap={() => send({ kind: 'person', personId: person.personId })}
            >{`派给${person.displayName}`}</Button>
          </View>
        </View>
      ))}
      {value.modes.includes('team') &&
        value.teams.slice(0, 3).map((team) => (
          <View key={team.teamId} className="sd-line">
            <Button
              wide
              busy={busy}
              onTap={() => send({ kind: 'team', teamId: team.teamId })}
            >{`派给${team.name}（${team.memberCount} 人）`}</Button>
          </View>
        ))}
      {value.modes.includes('claim') && (
        <View className="sd-line">
          <Button wide busy={busy} onTap={() => send({ kind: 'claim' })}>
            公开认领
          </Button>
        </View>
      )}
      <View className="sd-notice">分数只是建议，由您定。对方可以暂不接，不影响任何记录。</View>
    </View>
  )
}
