import type { Activity } from '@sidan/types/activities'
import { publishActivity } from '@sidan/types/activity-forms'
import { useRouter } from '@tarojs/taro'
import { call } from '../../shared/api/call.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { Tag } from '../../shared/ui/tag.tsx'
import { activityTag, isOver } from '../activity-words.ts'
import { missingToPublish } from '../missing-words.ts'
import { ActivitySheets } from './activity-sheets.tsx'
import { ShiftCard } from './shift-card.tsx'
import { ShiftSheets } from './shift-sheets.tsx'
import { type Managed, useManaged } from './use-managed.ts'

/** One activity for who runs it: publish, change, repeat, call off, and each shift with its roll and places. */
export default function ManagePage() {
  const { activity: activityId = '' } = useRouter().params
  const managed = useManaged(activityId)
  const { value: activity, failure, reload } = managed
  return (
    <Screen
      title="管这个活动"
      load={{ value: activity, failure, reload }}
      shapes={['head', 'card', 'rows']}
      notice={
        activity?.wordsWait ? (
          <Notice tone="info" icon="eye">
            文字还等人看一眼，看过了大家才看得到
          </Notice>
        ) : undefined
      }
      bar={activity ? <Bar activity={activity} managed={managed} /> : undefined}
    >
      {activity ? (
        <>
          <Head activity={activity} />
          <Shifts activity={activity} managed={managed} />
          <Doors activity={activity} managed={managed} />
          <ActivitySheets activity={activity} managed={managed} />
          <ShiftSheets activity={activity} managed={managed} />
        </>
      ) : null}
    </Screen>
  )
}

function Head({ activity }: { readonly activity: Activity }) {
  const words = useWords()
  const tag = activityTag(
    activity,
    activity.shifts.every((shift) => isOver(shift, words.now)),
  )
  return (
    <Subject
      tag={
        <Tag tone={tag.tone} icon={tag.icon}>
          {tag.word}
        </Tag>
      }
      title={activity.title}
      line={`${activity.place}·${activity.teamName ?? activity.unitName}`}
    />
  )
}

function Shifts({ activity, managed }: { readonly activity: Activity; readonly managed: Managed }) {
  const words = useWords()
  const coming = activity.shifts.filter((shift) => !isOver(shift, words.now))
  const past = activity.shifts.filter((shift) => isOver(shift, words.now)).reverse()
  const cards = (shifts: Activity['shifts']) =>
    shifts.map((shift) => <ShiftCard key={shift.shiftId} activity={activity} shift={shift} onOpen={managed.setOpen} />)
  return (
    <>
      {coming.length > 0 ? <SectionHead>{`要来的 ${coming.length} 个班`}</SectionHead> : null}
      {cards(coming)}
      {past.length > 0 ? <SectionHead>过了的班</SectionHead> : null}
      {cards(past)}
    </>
  )
}

function Doors({ activity, managed }: { readonly activity: Activity; readonly managed: Managed }) {
  const may = (action: Activity['allowedActions'][number]) => activity.allowedActions.includes(action)
  const { activityId } = activity
  return (
    <List label="还能做的">
      {activity.state === 'draft' ? null : (
        <Row icon="eye" title="看大家看到的样子" onOpen={() => go('activity', { activity: activityId })} />
      )}
      {may('change') ? (
        <Row
          icon="pen"
          title="改文字"
          line="改了会告诉报了名的人"
          onOpen={() => go('write', { activity: activityId })}
        />
      ) : null}
      {may('addShifts') ? (
        <Row icon="plus" title="加几个班" line="每周再来几次" onOpen={() => managed.setOpen({ sheet: 'add' })} />
      ) : null}
      {may('copy') ? (
        <Row
          icon="two-sheets"
          title="照这个再办一次"
          line="换个日子，别的都一样；报名的人不带过去"
          onOpen={() => managed.setOpen({ sheet: 'copy' })}
        />
      ) : null}
      {may('cancel') ? (
        <Row
          icon="cross"
          title={activity.state === 'draft' ? '不要这份草稿了' : '整个活动不办了'}
          line={activity.state === 'draft' ? undefined : '会告诉每个报了名的人'}
          onOpen={() => managed.setOpen({ sheet: 'cancel' })}
        />
      ) : null}
    </List>
  )
}

function Bar({ activity, managed }: { readonly activity: Activity; readonly managed: Managed }) {
  if (!activity.allowedActions.includes('publish')) return null
  const publish = () =>
    managed.change('发布了，大家看得到了', () =>
      call(publishActivity, { params: activity, body: { version: activity.version } }),
    )
  return (
    <BottomBar>
      <Button
        size="l"
        grow
        busy={managed.busy && '正在发布…'}
        disabledBecause={missingToPublish(activity)}
        onPress={() => void publish()}
      >
        发布
      </Button>
    </BottomBar>
  )
}
