import { type CalendarFeed, endCalendarFeed, listCalendarFeeds, openCalendarFeed } from '@sidan/types/calendar-feeds'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { copyLink } from '../../shared/navigation/links.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { subscribe } from './hand-over.ts'

const load = () => call(listCalendarFeeds)

const aboutOf = ({ kind, about }: Pick<CalendarFeed, 'kind' | 'about'>) =>
  kind === 'mine' ? '我自己的安排' : (about ?? (kind === 'team' ? '一支队伍' : '一个站'))

/** 放进手机日历: a link that the calendar of a phone or computer follows by itself: one's own, a team's or a station's; ended at a tap. */
export default function CalendarPage() {
  const { kind = 'mine', id = '', name = '' } = useRouter().params
  const { value, failure, reload } = useLoad(load)
  const { act, busy } = useAct()
  const [opened, setOpened] = useState<CalendarFeed>()
  const open = async () => {
    const feed = await act(() => call(openCalendarFeed, { body: wanted(kind, id) as never }))
    if (!feed) return
    setOpened(feed)
    await reload()
  }
  const end = async (feed: CalendarFeed) => {
    if (!(await act(() => call(endCalendarFeed, { params: feed })))) return
    if (opened?.feedId === feed.feedId) setOpened(undefined)
    toast('停掉了，那个链接打不开了')
    await reload()
  }
  const others = value?.items.filter(({ feedId }) => feedId !== opened?.feedId) ?? []
  return (
    <Screen title="放进手机日历" load={{ value, failure, reload }} shapes={['head', 'card']}>
      <Subject title={name || (kind === 'mine' ? '我自己的安排' : '日历')} line="有变动日历里自己会改，不用再记一遍" />
      {opened ? (
        <Feed feed={opened} busy={busy} onEnd={end} />
      ) : (
        <Button size="l" icon="calendar" busy={busy && '正在开…'} onPress={() => void open()}>
          要一个日历链接
        </Button>
      )}
      <Box className="t-small sd-ink-2">
        链接里没有地址、门禁和电话。谁拿到链接都看得到时间，转给了不该给的人，就停掉再要一个。
      </Box>
      {others.length > 0 ? <SectionHead>开着的链接</SectionHead> : null}
      {others.map((feed) => (
        <Feed key={feed.feedId} feed={feed} busy={busy} onEnd={end} />
      ))}
    </Screen>
  )
}

const wanted = (kind: string, id: string) =>
  kind === 'team' ? { kind, teamId: id } : kind === 'station' ? { kind, unitId: id } : { kind: 'mine' }

interface FeedProps {
  readonly feed: CalendarFeed
  readonly busy: boolean
  readonly onEnd: (feed: CalendarFeed) => Promise<void>
}

function Feed({ feed, busy, onEnd }: FeedProps) {
  const words = useWords()
  const about = aboutOf(feed)
  return (
    <Card label={about}>
      <Box className="sd-stack">
        <Subject size="title" title={about} line={`${words.moment(feed.openedAt)} 开的`} />
        <Box className="t-small sd-ink-2">
          复制链接，到手机自带的日历里选“添加日历”或“订阅日历”，粘贴进去，一次就好。
        </Box>
      </Box>
      <CardActions>
        {process.env.TARO_ENV === 'h5' ? (
          <Button kind="outlined" label={`直接订阅，${about}`} onPress={() => subscribe(feed)}>
            直接订阅
          </Button>
        ) : null}
        <Button
          grow
          icon="two-sheets"
          label={`复制链接，${about}`}
          onPress={() => void copyLink(feed.path, '复制好了，到日历里粘贴')}
        >
          复制链接
        </Button>
      </CardActions>
      <Button
        kind="text"
        size="s"
        label={`停掉这个链接，${about}`}
        busy={busy && '正在停…'}
        onPress={() => void onEnd(feed)}
      >
        停掉这个链接
      </Button>
    </Card>
  )
}
