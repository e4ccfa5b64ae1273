import { addDays, civilDay } from '@sidan/types/civil'
import { recordInsurances } from '@sidan/types/insurances'
import type { PersonRef } from '@sidan/types/people'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { problemText } from '../../shared/api/problem-text.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { FindPerson } from '../../shared/people/find-person.tsx'
import { Box } from '../../shared/ui/box.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Chip } from '../../shared/ui/chip.tsx'
import { DayField } from '../../shared/ui/day-field.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { sayProblem, toast } from '../../shared/ui/toast.tsx'

/** One policy for everybody named: who, which insurer, from when until when. */
export function RecordInsurance({ onDone }: { readonly onDone: () => Promise<void> }) {
  const today = civilDay(new Date())
  const [people, setPeople] = useState<readonly PersonRef[]>([])
  const [insurer, setInsurer] = useState('')
  const [policyNo, setPolicyNo] = useState('')
  const [from, setFrom] = useState(today)
  const [until, setUntil] = useState(addDays(today, 364))
  const { act, busy } = useAct()
  const record = async () => {
    const body = {
      personIds: people.map(({ personId }) => personId),
      insurer: insurer.trim(),
      ...(policyNo.trim() === '' ? {} : { policyNo: policyNo.trim() }),
      fromDay: from,
      untilDay: until,
    }
    const answer = await act(() => call(recordInsurances, { body }))
    if (!answer) return
    const refused = answer.results.filter(({ ok }) => !ok)
    const [first] = refused
    if (first?.code) sayProblem(`${refused.length} 个人没登记上：${problemText({ code: first.code })}`)
    else toast(`登记了 ${answer.results.length} 个人`)
    setPeople(people.filter(({ personId }) => refused.some((one) => one.personId === personId)))
    await onDone()
  }
  const missing =
    (people.length === 0 && '先找要登记的人') ||
    (insurer.trim() === '' && '先写保险公司') ||
    (until < from && '到期不能早于开始')
  return (
    <Card label="登记意外保险">
      <Box className="sd-stack">
        <FindPerson
          label="给谁登记，可以找几个人"
          onTake={(person) => setPeople([...people.filter(({ personId }) => personId !== person.personId), person])}
        />
        {people.length > 0 ? (
          <Box className="sd-line">
            {people.map((person) => (
              <Chip
                key={person.personId}
                chosen
                role="checkbox"
                label={`不登记${person.displayName}了`}
                onPress={() => setPeople(people.filter((one) => one !== person))}
              >
                {person.displayName}
              </Chip>
            ))}
          </Box>
        ) : null}
        <Field label="保险公司" maxLength={40} value={insurer} onInput={setInsurer} />
        <Field
          label="保单号"
          optional
          maxLength={40}
          value={policyNo}
          onInput={setPolicyNo}
          hint="加密存放，本人看得到"
        />
        <DayField label="从哪天" value={from} onChoose={setFrom} />
        <DayField label="到哪天" value={until} from={from} onChoose={setUntil} />
        <Button busy={busy && '正在登记…'} disabledBecause={missing} onPress={() => void record()}>
          {people.length > 1 ? `给这 ${people.length} 个人登记` : '登记'}
        </Button>
      </Box>
    </Card>
  )
}
