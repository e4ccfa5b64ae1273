import { getGuardianship } from '@sidan/types/guardians'
import { useRouter } from '@tarojs/taro'
import { call } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { SignInFirst } from '../../shared/screen/sign-in-first.tsx'
import { readSession } from '../../shared/session/session.ts'
import { AsGuardian } from './as-guardian.tsx'
import { AsMinor } from './as-minor.tsx'

const load = () => call(getGuardianship)

/** 家长同意: a minor asks, a guardian agrees on their own phone, and may take it back at any time. */
export default function GuardianPage() {
  const code = useRouter().params['code'] ?? ''
  if (!readSession())
    return (
      <Screen title="家长同意">
        <SignInFirst>家长用自己的手机登录，再看孩子的申请。</SignInFirst>
      </Screen>
    )
  return <SignedIn code={code} />
}

function SignedIn({ code }: { code: string }) {
  const { value, failure, reload } = useLoad(load)
  return (
    <Screen title="家长同意" load={{ value, failure, reload }}>
      {value?.needed ? <AsMinor standing={value} onDone={reload} /> : null}
      {value && !value.needed ? <AsGuardian code={code} wards={value.wards} onDone={reload} /> : null}
    </Screen>
  )
}
