import { acceptOrder, nameGoers } from '@sidan/types/order-moves'
import type { Order } from '@sidan/types/orders'
import { getTeam } from '@sidan/types/teams'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { CheckTile } from '../../shared/ui/check-tile.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { toast } from '../../shared/ui/toast.tsx'

/** For the leader of a team that was asked, or has accepted: who goes. */
export function Team({ order, onDone }: { readonly order: Order; readonly onDone: () => Promise<void> }) {
  const teamId = order.teamId
  const { value: team } = useLoad(
    useCallback(
      async () => (teamId ? call(getTeam, { params: { teamId } }) : ({ ok: false, code: 'not-found' } as const)),
      [teamId],
    ),
  )
  const [going, setGoing] = useState<ReadonlySet<string>>(() => new Set(order.goers.map((goer) => goer.personId)))
  const { act, busy } = useAct()
  if (!team) return null
  const toggle = (personId: string) => {
    const next = new Set(going)
    if (!next.delete(personId)) next.add(personId)
    setGoing(next)
  }
  const accepting = order.state === 'dispatched'
  const goers = team.members.map((member) => member.personId).filter((personId) => going.has(personId))
  const params = { orderId: order.orderId }
  const say = async () => {
    const body = { version: order.version, goers }
    const done = await act(() => call(accepting ? acceptOrder : nameGoers, { params, body }))
    if (!done) return
    toast(accepting ? '接下了，也告诉了要去的人' : '改好了，都告诉了')
    await onDone()
  }
  return (
    <Card>
      <SectionHead as="h3">{`${team.name}，谁去`}</SectionHead>
      <List>
        {team.members.map((member) => (
          <Row
            key={member.personId}
            lead={
              <CheckTile
                checked={going.has(member.personId)}
                label={member.displayName}
                onToggle={() => toggle(member.personId)}
              />
            }
            title={member.displayName}
            line={member.rank === 'leader' ? '队长' : member.rank === 'deputy' ? '副队长' : undefined}
          />
        ))}
      </List>
      <Box className="sd-stack">
        <Button
          busy={busy && '正在送…'}
          disabledBecause={goers.length === 0 && '先点上谁去'}
          onPress={() => void say()}
        >
          {accepting ? `接下，${goers.length} 个人去` : `就这 ${goers.length} 个人去`}
        </Button>
      </Box>
    </Card>
  )
}
