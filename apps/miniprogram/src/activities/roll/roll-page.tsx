import type { ReplyOf } from '@sidan/types/endpoint'
import type { getRoll } from '@sidan/types/signups'
import { useRouter } from '@tarojs/taro'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { ReasonSheet } from '../../shared/orders/reason-sheet.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { AskedPart } from './asked-part.tsx'
import { AttendeeCard } from './attendee-card.tsx'
import { allPresent, groupsOf, nameOf, presentCount, refusalReasons } from './attendees.ts'
import { PickUpSheet } from './pick-up-sheet.tsx'
import { type Calling, useRoll } from './use-roll.ts'

/** 点名: who is there and who is not, one tap each; who asks to be admitted; who waits. Not coming is noted and never costs anything (rule-09). */
export default function RollPage() {
  const { shift = '' } = useRouter().params
  const calling = useRoll(shift)
  const { value: roll, failure, reload } = calling
  return (
    <Screen
      title="点名"
      load={{ value: roll, failure, reload }}
      shapes={['head', 'rows', 'rows']}
      bar={roll ? <Bar roll={roll} calling={calling} /> : undefined}
    >
      {roll ? <Called roll={roll} calling={calling} /> : null}
    </Screen>
  )
}

type Roll = ReplyOf<typeof getRoll>
interface RollProps {
  readonly roll: Roll
  readonly calling: Calling
}

function Called({ roll, calling }: RollProps) {
  const words = useWords()
  const { asked, confirmed, waiting } = groupsOf(roll.attendees)
  const mayCall = roll.shift.allowedActions.includes('roll')
  const { refusing, setRefusing } = calling
  return (
    <>
      <Subject
        title={roll.title}
        line={[words.span(roll.shift.startsAt, roll.shift.endsAt), ...(mayCall ? [] : ['开始前半小时起点名'])].join(
          '·',
        )}
      />
      {mayCall ? (
        <List label="在外面办">
          <Row
            icon="scan"
            title="出签到码"
            line="不在站里办，志愿者扫您手机上的码签到"
            onOpen={() => go('code', { shift: roll.shiftId })}
          />
        </List>
      ) : null}
      <AskedPart asked={asked} calling={calling} />
      {confirmed.length === 0 ? (
        <Empty>还没有人报上。</Empty>
      ) : (
        <SectionHead aside={mayCall ? '没来不影响任何人' : undefined}>
          {mayCall ? `到了 ${presentCount(confirmed)} 人，共 ${confirmed.length} 人` : `报上的 ${confirmed.length} 人`}
        </SectionHead>
      )}
      {confirmed.map((one) => (
        <AttendeeCard key={one.signupId} attendee={one} mayCall={mayCall} calling={calling} />
      ))}
      {waiting.length > 0 ? (
        <SectionHead aside="有人退出就按顺序递补">{`候补 ${waiting.length} 人`}</SectionHead>
      ) : null}
      <List label="候补">
        {waiting.map((one) => (
          <Row key={one.signupId} title={`第 ${one.waitingNo ?? 1} 位，${nameOf(one)}`} line={one.openingName} />
        ))}
      </List>
      <PickUpSheet calling={calling} />
      <ReasonSheet
        open={refusing !== undefined}
        onClose={() => setRefusing(undefined)}
        title={refusing ? `这次不安排${nameOf(refusing)}` : ''}
        line="说个原因，本人会看到"
        reasons={refusalReasons}
        busy={calling.busy}
        onChoose={(code) => {
          const reason = refusalReasons.find((option) => option.code === code)
          if (refusing) void calling.answer(refusing, false, reason?.text ?? null)
        }}
        without="不说原因"
        onWithout={() => refusing && void calling.answer(refusing, false)}
      />
    </>
  )
}

function Bar({ roll, calling }: RollProps) {
  const { confirmed } = groupsOf(roll.attendees)
  const marks = allPresent(confirmed)
  const may = (action: 'roll' | 'report') => roll.shift.allowedActions.includes(action)
  if (!may('roll')) return null
  return (
    <BottomBar>
      {may('report') ? (
        <Button
          kind={marks.length > 0 ? 'outlined' : 'filled'}
          size="l"
          grow={marks.length === 0}
          onPress={() => go('report', { shift: roll.shiftId })}
        >
          记一笔
        </Button>
      ) : null}
      {marks.length > 0 ? (
        <Button
          size="l"
          grow
          busy={calling.busy && '正在记…'}
          onPress={() => void calling.mark(marks, '都记成到了，不对的再改')}
        >
          {marks.length === confirmed.length ? '都到了' : `剩下 ${marks.length} 人都到了`}
        </Button>
      ) : null}
    </BottomBar>
  )
}
