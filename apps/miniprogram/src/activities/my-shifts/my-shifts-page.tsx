import type { ReplyOf } from '@sidan/types/endpoint'
import { listMyShifts } from '@sidan/types/signups'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { orKept } from '../../shared/offline/kept.ts'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { readSession } from '../../shared/session/session.ts'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { Tag } from '../../shared/ui/tag.tsx'
import { ownWords, type TagWords } from '../activity-words.ts'

type MyShift = ReplyOf<typeof listMyShifts>['items'][number]
type Span = 'coming' | 'past'

const spans = [
  { value: 'coming', word: '要去的' },
  { value: 'past', word: '去过的' },
] as const

/** 我报的活动: one's own shifts and one's children's, coming or past; the first page is kept for where there is no signal. */
export default function MyShiftsPage() {
  const [span, setSpan] = useState<Span>('coming')
  const load = useCallback(
    (cursor?: string) => {
      const ask = () => call(listMyShifts, { query: { past: span === 'past' ? 'true' : 'false', cursor, limit: 20 } })
      return cursor ? ask() : orKept(`my-shifts.${span}`, readSession()?.personId ?? '', ask)
    },
    [span],
  )
  const { value, items, more, failure, reload } = usePages(load)
  return (
    <Screen title="我报的活动" load={{ value, failure, reload }} shapes={['card', 'card']}>
      <ChoiceChips label="看哪些" layout="halves" value={span} choices={spans} onChoose={setSpan} />
      {items.length === 0 ? <Nothing span={span} /> : null}
      {items.map((shift) => (
        <Mine key={shift.signupId} shift={shift} />
      ))}
      <More onTap={more} />
      <List>
        <Row
          icon="calendar"
          title="放进手机日历"
          line="报的班和要去看的人家，日历里自己会有"
          onOpen={() => go('calendar', { kind: 'mine' })}
        />
      </List>
    </Screen>
  )
}

function Nothing({ span }: { readonly span: Span }) {
  if (span === 'past') return <Empty>还没有去过的。</Empty>
  return (
    <Empty
      action={
        <Button kind="soft" onPress={() => go('activities')}>
          看看有什么活动
        </Button>
      }
    >
      现在没有要去的。找点事做吗？
    </Empty>
  )
}

function Mine({ shift }: { readonly shift: MyShift }) {
  const words = useWords()
  const { tone, icon, word } = tagOf(shift)
  const who = shift.childName ? `${shift.childName}·` : ''
  return (
    <Card label={shift.title}>
      <Box className="sd-stack">
        <Subject
          size="title"
          tag={
            <Tag tone={tone} icon={icon}>
              {word}
            </Tag>
          }
          title={`${words.moment(shift.startsAt)}，${shift.title}`}
          line={`${who}${shift.openingName}·${shift.place}`}
        />
        {shift.privateDetails ? <Box>{`只告诉来的人：${shift.privateDetails}`}</Box> : null}
      </Box>
      <CardActions>
        {shift.mayClock ? (
          <Button grow icon="scan" label={`签到，${shift.title}`} onPress={() => go('clock', { shift: shift.shiftId })}>
            签到签退
          </Button>
        ) : null}
        <Button
          kind="outlined"
          grow={!shift.mayClock}
          label={`看活动，${shift.title}`}
          onPress={() => go('activity', { activity: shift.activityId })}
        >
          看活动
        </Button>
      </CardActions>
    </Card>
  )
}

/** Once the roll was called, whether one was there; not coming is never held against anybody. */
function tagOf(shift: MyShift): TagWords {
  if (shift.attendance === 'present') return { tone: 'brand', icon: 'check', word: '来了' }
  if (shift.attendance === 'absent') return { tone: 'stone', icon: 'info', word: '没来成' }
  return ownWords(shift)
}
