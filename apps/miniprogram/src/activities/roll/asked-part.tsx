import type { Attendee } from '@sidan/types/signups'
import { Button } from '../../shared/ui/button.tsx'
import { Card, CardActions } from '../../shared/ui/card.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { nameOf } from './attendees.ts'
import type { Calling } from './use-roll.ts'

/** Who asks to come and waits for an answer. */
export function AskedPart({ asked, calling }: { readonly asked: readonly Attendee[]; readonly calling: Calling }) {
  if (asked.length === 0) return null
  return (
    <>
      <SectionHead>{`${asked.length} 人等您点头`}</SectionHead>
      {asked.map((one) => (
        <Card key={one.signupId} label={nameOf(one)}>
          <Subject size="card" title={nameOf(one)} line={one.openingName} />
          <CardActions>
            <Button
              size="s"
              grow
              kind="soft"
              busy={calling.busy && '…'}
              label={`让他来，${nameOf(one)}`}
              onPress={() => void calling.answer(one, true)}
            >
              让他来
            </Button>
            <Button
              size="s"
              kind="outlined"
              label={`这次不安排，${nameOf(one)}`}
              onPress={() => calling.setRefusing(one)}
            >
              这次不安排
            </Button>
          </CardActions>
        </Card>
      ))}
    </>
  )
}
