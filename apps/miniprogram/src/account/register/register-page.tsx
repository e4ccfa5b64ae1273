import { getVolunteerForm, type VolunteerForm } from '@sidan/types/volunteers'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { goBack } from '../../shared/navigation/routes.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Steps } from '../../shared/ui/steps.tsx'
import { NoticeCard } from '../consents/notice-card.tsx'
import { Question } from './questions.tsx'
import { steps, useRegister } from './use-register.ts'

const loadForm = () => call(getVolunteerForm)

/** 登记: one question after another, the notice first; correcting a profile is the same road without it. */
export default function RegisterPage() {
  const { value: form, failure, reload } = useLoad(loadForm)
  if (!form)
    return (
      <Screen title="登记成志愿者" load={{ value: form, failure, reload }}>
        {null}
      </Screen>
    )
  return <Registering form={form} />
}

function Registering({ form }: { readonly form: VolunteerForm }) {
  const { step, told, change, missing, correcting, last, next, back, finish, busy } = useRegister(form)
  const first = step === 0
  const onward = last ? (correcting ? '存好' : '登记') : first ? '看过了，同意' : '往下'
  return (
    <Screen
      title={correcting ? '改我的资料' : '登记成志愿者'}
      bar={
        <BottomBar {...(last && !correcting ? { note: '随时可以改、可以不做了', noteIcon: 'info' as const } : {})}>
          {first ? (
            <Button kind="outlined" size="l" onPress={goBack}>
              先不登记
            </Button>
          ) : back ? (
            <Button kind="outlined" size="l" onPress={back}>
              上一步
            </Button>
          ) : null}
          <Button
            size="l"
            grow
            busy={busy && (correcting ? '正在存…' : '正在登记…')}
            disabledBecause={missing}
            onPress={() => (last ? void finish() : next())}
          >
            {onward}
          </Button>
        </BottomBar>
      }
    >
      <Steps steps={correcting ? steps.slice(1) : steps} current={correcting ? step - 1 : step} />
      {first ? (
        <NoticeCard purpose="volunteerRecord" />
      ) : (
        <Question step={step} form={form} told={told} onChange={change} correcting={correcting} />
      )}
    </Screen>
  )
}
