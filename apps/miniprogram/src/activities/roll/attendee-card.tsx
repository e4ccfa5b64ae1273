import type { Attendee } from '@sidan/types/signups'
import { useWords } from '../../shared/format/use-words.ts'
import { Avatar } from '../../shared/ui/avatar.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { Tag } from '../../shared/ui/tag.tsx'
import { absenceReasons, nameOf } from './attendees.ts'
import type { Calling } from './use-roll.ts'

const here = [
  { value: 'present', word: '到了' },
  { value: 'absent', word: '没来' },
] as const

export interface AttendeeCardProps {
  readonly attendee: Attendee
  readonly mayCall: boolean
  readonly calling: Calling
}

/** One who should be there: here or not, in one tap; why not, if there is a reason. */
export function AttendeeCard({ attendee, mayCall, calling }: AttendeeCardProps) {
  const { signupId, attendance, absenceWords, openingName } = attendee
  const name = nameOf(attendee)
  const mark = (present: boolean, words: string | null = null) => void calling.mark([{ signupId, present, words }])
  return (
    <Card label={name}>
      <Box className="sd-stack">
        <Subject
          size="card"
          lead={<Avatar name={attendee.childName ?? attendee.person.displayName} />}
          title={name}
          line={openingName}
        />
        {mayCall ? (
          <ChoiceChips
            label={`${name}到了吗`}
            layout="halves"
            value={attendance}
            choices={here}
            onChoose={(answer) => mark(answer === 'present')}
          />
        ) : attendance ? (
          <Box className="t-small sd-ink-2">
            {attendance === 'present' ? '来了' : absenceWords ? `没来成，${absenceWords}` : '没来成'}
          </Box>
        ) : null}
        {mayCall && attendance === 'absent' ? (
          <ChoiceChips
            label={`${name}为什么没来，可以不说`}
            value={absenceWords}
            choices={absenceReasons.map((reason) => ({ value: String(reason), word: reason }))}
            onChoose={(reason) => mark(false, reason)}
          />
        ) : null}
      </Box>
      {attendee.kind === 'child' && attendance === 'present' ? <Fetched {...{ attendee, calling }} /> : null}
    </Card>
  )
}

/** A child that is here: fetched with its code, or when it was. */
function Fetched({ attendee, calling }: Omit<AttendeeCardProps, 'mayCall'>) {
  const words = useWords()
  const { pickedUpAt, childName } = attendee
  return (
    <CardActions>
      {pickedUpAt === null ? (
        <Button
          kind="outlined"
          size="s"
          grow
          label={`有人来接，${childName ?? ''}`}
          onPress={() => calling.setFetching(attendee)}
        >
          有人来接
        </Button>
      ) : (
        <Tag tone="brand" icon="check-circle">{`${words.moment(pickedUpAt)} 接走了`}</Tag>
      )}
    </CardActions>
  )
}
