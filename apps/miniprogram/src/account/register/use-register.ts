import type { AgeBand } from '@sidan/types/ages'
import { currentNotice } from '@sidan/types/consent-notices'
import type { SpokenPurpose } from '@sidan/types/consents'
import type { UnitId } from '@sidan/types/ids'
import { isIdNumber } from '@sidan/types/volunteer-numbers'
import { type Language, registerVolunteer, saveProfile, type VolunteerForm } from '@sidan/types/volunteers'
import { useState } from 'react'
import { call, newKey } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { replace } from '../../shared/navigation/routes.ts'
import { toast } from '../../shared/ui/toast.tsx'

export const steps = [
  '先看告知',
  '年龄段',
  '会做什么',
  '会说什么话',
  '什么时候有空',
  '愿意在哪儿',
  '最后看一眼',
] as const

export interface Told {
  readonly ageBand: AgeBand | null
  readonly skills: string[]
  readonly languages: Language[]
  readonly times: string[]
  readonly areas: UnitId[]
  readonly nationalNo: string
  /** Agreed to beside registering. */
  readonly consents: SpokenPurpose[]
}

const started = ({ profile }: VolunteerForm): Told => ({
  ageBand: profile?.ageBand ?? null,
  skills: profile?.skills ?? [],
  languages: profile?.languages ?? ['mandarin'],
  times: profile?.times ?? [],
  areas: profile?.areas.map(({ unitId }) => unitId) ?? [],
  nationalNo: '',
  consents: [],
})

/** Why one cannot go on from a step, in words; false when one can. */
function missingAt(step: number, told: Told, correcting: boolean): string | false {
  if (step === 1 && told.ageBand === null) return '先点一个年龄段'
  if (step === 6 && isIdNumber(told.nationalNo)) return '这像是身份证号，请不要填'
  if (step === 6 && told.nationalNo !== '' && told.nationalNo.trim().length < 6) return '编号再核对一下，没有就空着'
  if (step === 6 && !correcting && told.ageBand === 'under14' && !told.consents.includes('under14'))
    return '14 岁以下，要监护人同意才能登记'
  return false
}

/** One question after another; who corrects a profile starts after the notice, and ends the same way. */
export function useRegister(form: VolunteerForm) {
  const correcting = form.profile !== null
  const [step, setStep] = useState(correcting ? 1 : 0)
  const [told, setTold] = useState(() => started(form))
  const [key] = useState(newKey)
  const { act, busy } = useAct()
  const { nationalNo, consents, ageBand, ...rest } = told
  const number = nationalNo.trim() === '' ? {} : { nationalNo: nationalNo.trim() }

  const finish = async () => {
    if (ageBand === null) return setStep(1)
    const given = (purpose: SpokenPurpose) => ({ purpose, noticeVersion: currentNotice(purpose) })
    const done = await act(() =>
      correcting
        ? call(saveProfile, { body: { ...rest, ageBand, ...number } })
        : call(registerVolunteer, {
            body: { ...rest, ageBand, ...number, consents: [given('volunteerRecord'), ...consents.map(given)] },
            key,
          }),
    )
    if (!done) return
    toast(correcting ? '改好了' : '登记好了')
    replace('myData')
  }
  return {
    step,
    told,
    change: (part: Partial<Told>) => setTold((before) => ({ ...before, ...part })),
    missing: missingAt(step, told, correcting),
    correcting,
    last: step === steps.length - 1,
    next: () => setStep(step + 1),
    back: step > (correcting ? 1 : 0) ? () => setStep(step - 1) : undefined,
    finish,
    busy,
  }
}
