import { listRunningActions } from '@sidan/types/action-counts'
import type { UnitRef } from '@sidan/types/organisation'
import type { PersonRef } from '@sidan/types/people'
import { useCallback, useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { Box } from '../../shared/ui/box.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { UnitScreen } from '../unit-screen.tsx'
import './actions.css'
import { CountForm } from './count-form.tsx'
import { CountList } from './count-list.tsx'

/** 加分小事: pieces of what the county gives points for besides service, counted by staff, and what was counted. */
export default function ActionsPage() {
  return (
    <UnitScreen title="加分小事" signedOut="登录了才能记。">
      {(unit) => <OneUnit unit={unit} />}
    </UnitScreen>
  )
}

function OneUnit({ unit }: { readonly unit: UnitRef }) {
  const { unitId } = unit
  const [day, setDay] = useState<string>()
  const [person, setPerson] = useState<PersonRef>()
  const [times, setTimes] = useState(0)
  const personId = person?.personId
  const load = useCallback(
    () => call(listRunningActions, { params: { unitId }, query: { day, personId } }),
    [unitId, day, personId],
  )
  const running = useLoad(load)
  const counted = async () => {
    setPerson(undefined)
    setTimes(times + 1)
  }
  return (
    <Box className="sd-counting">
      <Box className="sd-stack">
        <SectionHead>{unit.name}</SectionHead>
        {running.value ? (
          <CountForm
            {...{ unit, running: running.value, person }}
            onDay={setDay}
            onPerson={setPerson}
            onCounted={counted}
          />
        ) : null}
      </Box>
      <CountList key={times} unitId={unitId} day={day} onChanged={running.reload} />
    </Box>
  )
}
