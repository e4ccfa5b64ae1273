import { type ActivityCard, findActivities } from '@sidan/types/activities'
import { addDays, civilDay, weekday } from '@sidan/types/civil'
import { ActivityRow } from '../../shared/activities/activity-row.tsx'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { Tabs } from '../../shared/navigation/tabs.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { SignInFirst } from '../../shared/screen/sign-in-first.tsx'
import { readSession } from '../../shared/session/session.ts'
import { Empty } from '../../shared/ui/empty.tsx'
import { List } from '../../shared/ui/list.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'

const load = async () => {
  const countyId = readSession()?.countyId as never
  return call(findActivities, { params: { countyId }, query: { toDay: addDays(civilDay(new Date()), 7), limit: 50 } })
}

/** 活动: what the stations around offer in the coming seven days. */
export default function ActivitiesPage() {
  return readSession() ? (
    <SignedIn />
  ) : (
    <Screen title="活动" back="none" tabs={<Tabs current="activities" />}>
      <SignInFirst>登录了，就能看到您那边这周有什么。扫站里墙上的码，不登录也看得到。</SignInFirst>
    </Screen>
  )
}

function SignedIn() {
  const { value, failure, reload } = useLoad(load)
  const items = value?.items ?? []
  const weekend = (activity: ActivityCard) => weekday(civilDay(new Date(activity.startsAt))) > 5
  const groups = [
    { word: '平日', items: items.filter((activity) => !weekend(activity)) },
    { word: '周末', items: items.filter(weekend) },
  ].filter((group) => group.items.length > 0)
  return (
    <Screen
      title="活动"
      back="none"
      load={{ value, failure, reload }}
      shapes={['rows']}
      tabs={<Tabs current="activities" />}
    >
      {items.length === 0 ? <Empty>这七天附近的站还没有安排活动。</Empty> : null}
      {groups.map((group) => [
        groups.length > 1 ? <SectionHead key={`${group.word} head`}>{group.word}</SectionHead> : null,
        <List key={group.word} label={group.word}>
          {group.items.map((activity) => (
            <ActivityRow key={activity.activityId} activity={activity} withUnit />
          ))}
        </List>,
      ])}
    </Screen>
  )
}
