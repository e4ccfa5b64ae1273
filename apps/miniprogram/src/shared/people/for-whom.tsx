import type { PersonRef } from '@sidan/types/people'
import { Button } from '../ui/button.tsx'
import { List } from '../ui/list.tsx'
import { Row } from '../ui/row.tsx'
import { FindPerson } from './find-person.tsx'

interface ForWhomProps {
  /** 给谁录, and 给这位录 when somebody was taken. */
  readonly verb: string
  readonly person: PersonRef | undefined
  readonly onChoose: (person: PersonRef | undefined) => void
}

/** Whom staff do it for: looked up by name. */
export function ForWhom({ verb, person, onChoose }: ForWhomProps) {
  if (!person) return <FindPerson label={`给谁${verb}`} onTake={onChoose} />
  return (
    <List>
      <Row
        title={person.displayName}
        line={`给这位${verb}`}
        action={
          <Button kind="text" size="s" onPress={() => onChoose(undefined)}>
            换一位
          </Button>
        }
      />
    </List>
  )
}
