import { addDays, civilDay } from '@sidan/types/civil'
import { type Household, setUpPairing } from '@sidan/types/pairings'
import type { PersonRef } from '@sidan/types/people'
import { useState } from 'react'
import { call, newKey } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { replace } from '../../shared/navigation/routes.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { loadMe } from '../../shared/session/kept-me.ts'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { ChoiceChips } from '../../shared/ui/choice-chips.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { toast } from '../../shared/ui/toast.tsx'
import { YesNo } from '../../shared/ui/yes-no.tsx'
import { FindVolunteer } from '../find-volunteer.tsx'
import { HouseholdCard, type HouseholdDraft, householdOf, noHousehold } from './household-card.tsx'

const spans = [
  { value: '7', word: '每周' },
  { value: '14', word: '两周' },
  { value: '30', word: '每月' },
]

/** 结一对: staff choose a volunteer and a household that agreed; the volunteer is asked. */
export default function PairPage() {
  const { value: me, failure, reload } = useLoad(loadMe)
  const unit = me?.roles.find((held) => ['keeper', 'staff', 'countyKeeper'].includes(held.role))?.unit
  const [volunteer, setVolunteer] = useState<PersonRef>()
  const [household, setHousehold] = useState<HouseholdDraft>(noHousehold)
  const [days, setDays] = useState('7')
  const [consent, setConsent] = useState<boolean | null>(null)
  const [key] = useState(newKey)
  const { act, busy } = useAct()
  const who = householdOf(household)
  const missing = missingOf(volunteer, who, consent)
  const make = async () => {
    if (!unit || !volunteer || !who) return
    const body = {
      unitId: unit.unitId,
      volunteerId: volunteer.personId,
      household: who,
      everyDays: Number(days),
      firstVisitOn: addDays(civilDay(new Date()), 1),
      consentGiven: consent === true,
    }
    if (!(await act(() => call(setUpPairing, { body, key })))) return
    toast(`问${volunteer.displayName}了，等答复`)
    replace('pairings')
  }
  const bar = (
    <BottomBar>
      <Button size="l" grow busy={busy && '正在送…'} disabledBecause={missing} onPress={() => void make()}>
        请志愿者答复
      </Button>
    </BottomBar>
  )
  return (
    <Screen title="结一对" load={{ value: me, failure, reload }} bar={bar}>
      <Card>
        <SectionHead inner>谁常去看看</SectionHead>
        <Box className="sd-stack">
          {volunteer ? <Row title={volunteer.displayName} line="志愿者" /> : null}
          <FindVolunteer asStaff label={volunteer ? '换一位志愿者' : '志愿者'} onFound={setVolunteer} />
        </Box>
      </Card>
      <HouseholdCard draft={household} onChange={setHousehold} />
      <Card>
        <Box className="sd-stack">
          <Box className="t-small sd-ink-2">多久去一次</Box>
          <ChoiceChips label="多久去一次" layout="thirds" value={days} choices={spans} onChoose={setDays} />
          <Box className="t-small sd-ink-2">这户人家本人同意结对，也同意志愿者知道地址电话吗</Box>
          <YesNo
            label="这户人家本人同意结对，也同意志愿者知道地址电话"
            value={consent}
            onAnswer={setConsent}
            words={['同意了', '还没问']}
          />
        </Box>
      </Card>
    </Screen>
  )
}

function missingOf(
  volunteer: PersonRef | undefined,
  household: Household | undefined,
  consent: boolean | null,
): string | false {
  if (!volunteer) return '先选志愿者'
  if (!household) return '先写是哪一户'
  return consent === true ? false : '先问过这户人家'
}
