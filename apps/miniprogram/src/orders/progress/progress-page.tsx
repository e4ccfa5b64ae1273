import { dispatchOrder, suggestForOrder } from '@sidan/types/dispatch'
import * as moves from '@sidan/types/order-moves'
import { getOrder, type Order, revealContact } from '@sidan/types/orders'
import { serviceScan } from '@sidan/types/scans'
import { formatShortCode } from '@sidan/types/short-codes'
import { Input, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { momentText, slotText } from '../../shared/format/times.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Button } from '../../shared/view/button.tsx'
import { CodeImage } from '../../shared/view/code-image.tsx'
import { FourTiles, StatusTag } from '../../shared/view/order-status.tsx'
import { Page } from '../../shared/view/page.tsx'
import { eventText } from './event-text.ts'

/** One order, for whoever it concerns: what happens next, what may be done, and how it came so far. */
export default function ProgressPage() {
  const { order: orderId = '' } = useRouter().params
  const {
    value: order,
    failure,
    reload,
  } = useLoad(useCallback(() => call(getOrder, { params: { orderId } as never }), [orderId]))
  return (
    <Page loading={!order} failure={failure} onRetry={reload}>
      {order && (
        <>
          <Head order={order} />
          <Actions key={order.version} order={order} onDone={reload} />
          {order.allowedActions.includes('dispatch') && <Dispatch order={order} onDone={reload} />}
          {order.viewer === 'assignee' && <Contact order={order} />}
          {order.serviceCode && (
            <View className="sd-card">
              <View className="sd-strong">服务码</View>
              <View className="sd-small">来的人到了，请他扫这个码；做完再扫一次</View>
              <CodeImage text={serviceScan(order.serviceCode)} label="服务码" />
              <View className="sd-title">{order.serviceCode}</View>
            </View>
          )}
          <View className="sd-section">经过</View>
          <View className="sd-card">
            {order.events.map((event) => (
              <View key={`${event.at} ${event.verb}`} className="sd-row">
                <View className="sd-grow">
                  <View>{eventText(event)}</View>
                  {event.reason && <View className="sd-small">{event.reason}</View>}
                </View>
                <View className="sd-small">{momentText(event.at)}</View>
              </View>
            ))}
          </View>
        </>
      )}
    </Page>
  )
}

function Head({ order }: { order: Order }) {
  return (
    <View className="sd-card">
      <View className="sd-between">
        <StatusTag order={order} reads={order.viewer === 'requester' ? 'resident' : 'staff'} />
        <View className="sd-small">单号 {formatShortCode(order.shortCode)}</View>
      </View>
      <View className="sd-title">
        {order.assigneeName && order.state === 'accepted'
          ? `${order.assigneeName}${slotText(order.slot)}来`
          : order.title}
      </View>
      <View className="sd-small">
        {order.title}・{slotText(order.slot)}・{order.requesterName}・{order.stationName}
      </View>
      {order.dueAt && (
        <View className={order.overdue ? 'sd-late' : 'sd-small'}>
          {order.overdue ? '晚了，已往上报' : `${momentText(order.dueAt)} 前有人答复`}
        </View>
      )}
      <View className="sd-small">
        {order.risks
          .filter((risk) => risk.present)
          .map((risk) => risk.question)
          .join('・')}
      </View>
      {order.doorWord && <View className="sd-notice warm">开门前对一对：{order.doorWord}</View>}
      {order.rating && (
        <View className="sd-points">{`${'★'.repeat(order.rating.stars)} ${order.rating.words ?? ''}`}</View>
      )}
      <FourTiles state={order.state} />
    </View>
  )
}

/** What this person may do now; the server decides which. */
function Actions({ order, onDone }: { order: Order; onDone: () => Promise<void> }) {
  const { act, busy } = useAct()
  const [stars, setStars] = useState(5)
  const [words, setWords] = useState('')
  const asks = { params: { orderId: order.orderId } }
  const version = order.version
  const run = async (work: Parameters<typeof act>[0]) => {
    if (await act(work)) await onDone()
  }
  const leave = async (work: Parameters<typeof act>[0]) => {
    if (await act(work)) await Taro.navigateBack().catch(() => go('home'))
  }
  const may = new Set(order.allowedActions)
  return (
    <View>
      {may.has('triage') && (
        <Act
          word="审核通过"
          kind="filled"
          busy={busy}
          onTap={() => run(() => call(moves.triageOrder, { ...asks, body: { version } }))}
        />
      )}
      {may.has('accept') && (
        <Act
          word="我来"
          kind="filled"
          busy={busy}
          onTap={() => run(() => call(moves.acceptOrder, { ...asks, body: { version } }))}
        />
      )}
      {may.has('decline') && (
        <Act
          word="暂不接"
          busy={busy}
          onTap={() => leave(() => call(moves.declineOrder, { ...asks, body: { version } }))}
        />
      )}
      {may.has('fulfill') && (
        <View className="sd-card">
          <Button wide onTap={() => go('clock', { order: order.orderId })}>
            签到签退
          </Button>
          <Input
            className="sd-input"
            value={words}
            placeholder="做了什么（可不填）"
            onInput={(event) => setWords(event.detail.value)}
          />
          <Act
            word="办完了"
            kind="filled"
            busy={busy}
            onTap={() =>
              run(() => call(moves.fulfillOrder, { ...asks, body: { version, ...(words ? { note: words } : {}) } }))
            }
          />
        </View>
      )}
      {may.has('rate') && (
        <View className="sd-card">
          <View className="sd-strong">办得怎么样</View>
          <View className="sd-line">
            {[1, 2, 3, 4, 5].map((count) => (
              <Button key={count} chosen={count === stars} onTap={() => setStars(count)}>
                {`${count} 星`}
              </Button>
            ))}
          </View>
          <Input
            className="sd-input"
            value={words}
            placeholder="想说一句（可不填）"
            onInput={(event) => setWords(event.detail.value)}
          />
          <Act
            word="评一评"
            kind="filled"
            busy={busy}
            onTap={() =>
              run(() => call(moves.rateOrder, { ...asks, body: { version, stars, ...(words ? { words } : {}) } }))
            }
          />
        </View>
      )}
      {may.has('reopen') && (
        <Act
          word="没办好，重新办"
          busy={busy}
          onTap={() => run(() => call(moves.reopenOrder, { ...asks, body: { version } }))}
        />
      )}
      {may.has('sendBack') && (
        <Act
          word="退回补充"
          busy={busy}
          onTap={() => run(() => call(moves.sendBackOrder, { ...asks, body: { version, reason: 'unclear' } }))}
        />
      )}
      {may.has('resubmit') && (
        <Act
          word="改好了，再交"
          kind="filled"
          busy={busy}
          onTap={() => run(() => call(moves.resubmitOrder, { ...asks, body: { version } }))}
        />
      )}
      {may.has('returnOrder') && (
        <Act
          word="来不了，退回"
          busy={busy}
          onTap={() => leave(() => call(moves.returnOrder, { ...asks, body: { version } }))}
        />
      )}
      {may.has('cancel') && (
        <Act word="撤销" busy={busy} onTap={() => run(() => call(moves.cancelOrder, { ...asks, body: { version } }))} />
      )}
      {may.has('cancel') && <View className="sd-hint">不方便了随时可以撤销，什么都不影响。</View>}
    </View>
  )
}

function Act({
  word,
  kind = 'outlined',
  busy,
  onTap,
}: {
  word: string
  kind?: 'filled' | 'outlined'
  busy: boolean
  onTap(): void
}) {
  return (
    <View className="sd-line">
      <Button kind={kind} wide busy={busy} onTap={onTap}>
        {word}
      </Button>
    </View>
  )
}

const placeWords = {
  sameStation: '就在本站',
  sameInstitute: '同一个街道',
  adjacent: '隔壁街道',
  elsewhere: '离得远',
} as const

/** 派给谁: suggestions with their reasons; a person decides. */
function Dispatch({ order, onDone }: { order: Order; onDone: () => Promise<void> }) {
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

function Contact({ order }: { order: Order }) {
  const [contact, setContact] = useState<{ address: string | null; phone: string | null; stationPhone: string }>()
  const { act, busy } = useAct()
  const show = async () => setContact(await act(() => call(revealContact, { params: { orderId: order.orderId } })))
  return (
    <View className="sd-card">
      <View>{contact?.address ?? order.contactMasked.address ?? '到站里'}</View>
      <View>
        {contact
          ? (contact.phone ?? `没留电话，打站里 ${contact.stationPhone}`)
          : (order.contactMasked.phone ?? '没留电话')}
      </View>
      <View className="sd-hint">点开会留下查看记录</View>
      {!contact && (
        <Button kind="soft" busy={busy} onTap={show}>
          看地址和号码
        </Button>
      )}
    </View>
  )
}
