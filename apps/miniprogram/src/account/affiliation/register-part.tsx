import { type MyAffiliation, saveAffiliation } from '@sidan/types/affiliations'
import type { UnitRef } from '@sidan/types/organisation'
import type { Me } from '@sidan/types/people'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { goBack } from '../../shared/navigation/routes.ts'
import { Button } from '../../shared/ui/button.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { NoticeCard } from '../consents/notice-card.tsx'
import { UnitList } from './unit-list.tsx'

interface RegisterPartProps {
  readonly mine: MyAffiliation
  readonly me: Me
  readonly onDone: () => Promise<void>
  /** Back to what was registered; absent the first time. */
  readonly onBack: (() => void) | undefined
}

/** The notice first, unless it was read as it is now (rule-20), then two choices; the place somebody lives begins with their own station. */
export function RegisterPart({ mine, me, onDone, onBack }: RegisterPartProps) {
  const [department, setDepartment] = useState<UnitRef | null>(mine.affiliation?.department ?? null)
  const [station, setStation] = useState<UnitRef | null>(mine.affiliation?.station ?? me.homeStation)
  const [choosing, setChoosing] = useState<'departments' | 'tiers'>()
  const { act, busy } = useAct()
  const register = async () => {
    if (!department || !station) return
    const body = { departmentId: department.unitId, stationId: station.unitId, noticeVersion: mine.noticeVersion }
    if (!(await act(() => call(saveAffiliation, { body })))) return
    toast(onBack ? '改好了' : '报到了')
    await onDone()
  }
  if (choosing)
    return (
      <UnitList
        kind={choosing}
        county={String(me.countyId)}
        onClose={() => setChoosing(undefined)}
        onChoose={(unit) => {
          setChoosing(undefined)
          if (choosing === 'departments') setDepartment(unit)
          else setStation(unit)
        }}
      />
    )
  return (
    <>
      {mine.affiliation?.noticeVersion === mine.noticeVersion ? null : <NoticeCard purpose="partyMembership" />}
      <SectionHead>您在哪里</SectionHead>
      <List>
        <Row
          icon="document"
          title={department?.name ?? '点这里选单位'}
          line="上班的单位"
          onOpen={() => setChoosing('departments')}
        />
        <Row icon="home" title={station?.name ?? '点这里选站'} line="住的地方" onOpen={() => setChoosing('tiers')} />
      </List>
      <Button
        size="l"
        busy={busy && '正在报到…'}
        disabledBecause={department === null ? '先选上班的单位' : station === null && '先选住的地方'}
        onPress={() => void register()}
      >
        {onBack ? '存好' : '看过了，同意，报到'}
      </Button>
      <Button kind="outlined" onPress={onBack ?? goBack}>
        {onBack ? '不改了' : '先不报到'}
      </Button>
    </>
  )
}
