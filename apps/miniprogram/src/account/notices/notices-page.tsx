import { listNotices, type Notice, readNotices } from '@sidan/types/notices'
import { useEffect } from 'react'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { IconTile } from '../../shared/ui/icon-tile.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { noticeWords } from './notice-words.ts'

const load = (cursor?: string) => call(listNotices, { query: { cursor, limit: 50 } })

/** Opens what a notice is about. */
function open(notice: Notice): (() => void) | undefined {
  const { kind, orderId, recordId, redemptionId, teamId, pairingId, activityId } = notice
  if (kind === 'record-pending') return () => go('records')
  if (kind.startsWith('fraud') && kind !== 'fraud-appealed') return () => go('decisions')
  if (recordId) return () => go('why', { record: recordId })
  if (orderId) return () => go('progress', { order: orderId })
  if (kind.startsWith('statement')) return () => go(kind === 'statement-disputed' ? 'partners' : 'shop')
  if (redemptionId) return () => go('store')
  if (teamId) return () => go(kind === 'team-join-asked' ? 'leadTeam' : 'team', { team: teamId })
  if (pairingId) return () => go('pairing', { pairing: pairingId })
  if (activityId) return () => go('activity', { activity: activityId })
  if (kind.startsWith('certificate')) return () => go('certificates')
  if (kind === 'points-expiring') return () => go('points')
  if (kind.startsWith('star')) return () => go('stars')
  return kind === 'feedback-answered' ? () => go('feedback') : undefined
}

/** 通知: what happened to what concerns this person, the newest first; seen is read. */
export default function NoticesPage() {
  const { value, items, more, failure, reload } = usePages(load)
  const words = useWords()
  const newest = value?.items[0]
  useEffect(() => {
    if (newest && !newest.read) void call(readNotices, { params: { noticeId: newest.noticeId } })
  }, [newest])
  return (
    <Screen title="通知" load={{ value, failure, reload }} shapes={['rows', 'rows']}>
      {items.length === 0 ? (
        <Empty>还没有通知。</Empty>
      ) : (
        <List indented>
          {items.map((notice) => {
            const { icon, words: sentence } = noticeWords(notice)
            return (
              <Row
                key={notice.noticeId}
                lead={<IconTile icon={icon} tone={notice.read ? 'plain' : 'brand'} />}
                weight={notice.read ? 'plain' : 'strong'}
                title={sentence}
                line={`${notice.read ? '' : '没看过·'}${words.ago(notice.at)}`}
                onOpen={open(notice)}
              />
            )
          })}
        </List>
      )}
      <More onTap={more} />
    </Screen>
  )
}
