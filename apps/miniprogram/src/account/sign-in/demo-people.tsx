import { listDemoPeople, signInAsDemoPerson, type Tokens } from '@sidan/types/sessions'
import { useCallback } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { Avatar } from '../../shared/ui/avatar.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import type { WayIn } from './way-in.ts'

/** In a demo: who can be played, with a line on why. */
export function DemoPeople({ countyId, onSignedIn }: WayIn) {
  const { value } = useLoad(
    useCallback(() => call(listDemoPeople, { query: { countyId: String(countyId) } as never }), [countyId]),
  )
  const { act, busy } = useAct()
  const play = async (personId: string) => {
    const tokens: Tokens | undefined = await act(() =>
      call(signInAsDemoPerson, { body: { countyId, personId } as never }),
    )
    if (tokens) onSignedIn(tokens)
  }
  return (
    <>
      <SectionHead>您想扮演谁</SectionHead>
      <List indented>
        {value?.items.map((person) => (
          <Row
            key={person.personId}
            lead={<Avatar name={person.displayName} />}
            weight="strong"
            title={person.displayName}
            line={person.line}
            action={
              <Button
                kind="soft"
                size="s"
                busy={busy && '…'}
                label={`就他，${person.displayName}`}
                onPress={() => void play(person.personId)}
              >
                就他
              </Button>
            }
          />
        ))}
      </List>
    </>
  )
}
