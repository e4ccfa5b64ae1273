import type { Activity } from '@sidan/types/activities'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { audiences } from '../../shared/activities/audience-words.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { readSession } from '../../shared/session/session.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { CallButton } from '../../shared/ui/call-button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { Tag } from '../../shared/ui/tag.tsx'
import { activityTag, comingShifts, isOver } from '../activity-words.ts'
import { ActivityBar } from './activity-bar.tsx'
import { openShifts, startableShifts } from './choices.ts'
import { RefusedSheet } from './refused-sheet.tsx'
import { ShiftPart } from './shift-part.tsx'
import { SignUpSheet } from './sign-up-sheet.tsx'
import { type Acting, useActivity } from './use-activity.ts'

/** One activity: when, where, what there is to do and what to mind, who is looked for; readable by everybody, signed in or not. */
export default function ActivityPage() {
  const { activity: activityId = '', county = '' } = useRouter().params
  const acting = useActivity(activityId, county)
  const { value: activity, failure, reload } = acting
  const words = useWords()
  useShareAppMessage(() => ({
    title: activity ? sentence(activity, words) : '站里的活动',
    path: `/activities/activity/activity-page?activity=${activityId}&county=${acting.county}`,
  }))
  return (
    <Screen
      title="活动"
      load={{ value: activity, failure, reload }}
      shapes={['head', 'card', 'card']}
      placesCall={Boolean(activity?.unitPhone)}
      notice={
        activity?.wordsWait ? (
          <Notice tone="info" icon="eye">
            文字还等人看一眼，看过了大家才看得到
          </Notice>
        ) : undefined
      }
      bar={activity ? <ActivityBar activity={activity} acting={acting} /> : undefined}
    >
      {activity ? <Told activity={activity} acting={acting} /> : null}
    </Screen>
  )
}

/** 周六 8:30，河边捡垃圾 */
function sentence(activity: Activity, words: ReturnType<typeof useWords>): string {
  const [next] = comingShifts(activity, words.now)
  return next ? `${words.moment(next.startsAt)}，${activity.title}` : activity.title
}

function Told({ activity, acting }: { readonly activity: Activity; readonly acting: Acting }) {
  const words = useWords()
  const coming = comingShifts(activity, words.now)
  const over = coming.every((shift) => isOver(shift, words.now))
  const tag = activityTag(activity, over)
  const audience = audiences.find(({ value }) => value === activity.audience)?.word ?? ''
  const forWhom = activity.audience === 'everybody' ? audience : `适合${audience}`
  const by = activity.teamName ?? activity.unitName
  return (
    <>
      <Subject
        tag={
          activity.state === 'published' && !over ? undefined : (
            <Tag tone={tag.tone} icon={tag.icon}>
              {tag.word}
            </Tag>
          )
        }
        title={sentence(activity, words)}
        line={`${activity.place}·${by}·${forWhom}`}
      />
      {activity.cancelWords ? (
        <Notice tone="stone" icon="info" title="为什么不办了">
          {activity.cancelWords}
        </Notice>
      ) : null}
      {activity.content ? (
        <Card>
          <SectionHead as="h3">做什么</SectionHead>
          <Box>{activity.content}</Box>
        </Card>
      ) : null}
      {activity.risks || activity.hazardous ? (
        <Notice tone="warm" icon="warn" title="要当心的">
          {[activity.risks, activity.hazardous ? '有点险：要满 18 岁，那天有意外保险。' : ''].filter(Boolean).join(' ')}
        </Notice>
      ) : null}
      <Shifts activity={activity} acting={acting} />
      {words.elder && activity.unitPhone ? (
        <CallButton title="打电话给站里" line={`${activity.unitName}接`} phone={activity.unitPhone} />
      ) : null}
      {activity.allowedActions.length > 0 ? (
        <Button kind="outlined" icon="pen" onPress={() => go('manage', { activity: activity.activityId })}>
          管这个活动
        </Button>
      ) : null}
      {process.env.TARO_ENV === 'weapp' && activity.state === 'published' ? (
        <Button kind="text" openType="share" onPress={() => undefined}>
          转给别人看
        </Button>
      ) : null}
      <RefusedSheet failure={acting.refused} activity={activity} onClose={acting.understood} />
    </>
  )
}

/** How many shifts are shown before the rest is asked for. */
const few = 4

function Shifts({ activity, acting }: { readonly activity: Activity; readonly acting: Acting }) {
  const words = useWords()
  const [all, setAll] = useState(false)
  const coming = comingShifts(activity, words.now)
  const open = openShifts(activity, readSession() !== undefined, words.now)
  const asked = acting.asking === '' ? open : open.filter((shift) => shift.shiftId === acting.asking)
  const startable = new Set(startableShifts(open).map((shift) => shift.shiftId))
  return (
    <>
      <SectionHead>{coming.length > 1 ? `哪几次，共 ${coming.length} 个班` : '什么时候，还有没有位'}</SectionHead>
      {coming.slice(0, all ? coming.length : few).map((shift) => (
        <ShiftPart
          key={shift.shiftId}
          activity={activity}
          shift={shift}
          acting={acting}
          mayStart={coming.length > 1 && startable.has(shift.shiftId)}
        />
      ))}
      {coming.length > few && !all ? (
        <Button kind="outlined" onPress={() => setAll(true)}>{`看后面 ${coming.length - few} 个班`}</Button>
      ) : null}
      {acting.asking === undefined ? null : (
        <SignUpSheet
          shifts={asked}
          busy={acting.busy}
          onClose={acting.close}
          onSend={(wish) => void acting.send(wish)}
        />
      )}
    </>
  )
}
