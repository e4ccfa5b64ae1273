import type { PersonRef } from '@sidan/types/people'
import { FindPerson } from '../../shared/people/find-person.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'

interface ForWhomProps {
  readonly person: PersonRef | undefined
  readonly onChoose: (person: PersonRef | undefined) => void
}

/** Whom staff enter it for: looked up by name. */
export function ForWhom({ person, onChoose }: ForWhomProps) {
  if (!person) return <FindPerson label="给谁录" onTake={onChoose} />
  return (
    <List>
      <Row
        title={person.displayName}
        line="给这位录"
        action={
          <Button kind="text" size="s" onPress={() => onChoose(undefined)}>
            换一位
          </Button>
        }
      />
    </List>
  )
}
