import { acceptInvitation } from '@sidan/types/roles'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { replace } from '../../shared/navigation/routes.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { SignInFirst } from '../../shared/screen/sign-in-first.tsx'
import { readSession } from '../../shared/session/session.ts'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { toast } from '../../shared/ui/toast.tsx'

/** 邀请码: whoever stands above gives a role by a one-time code. */
export default function InvitationPage() {
  const [code, setCode] = useState(useRouter().params.code ?? '')
  const { act, busy } = useAct()
  const accept = async () => {
    const held = await act(() => call(acceptInvitation, { body: { code: code.trim() } }))
    if (!held) return
    toast(`${held.partnerName ?? held.unit.name}，您的岗位有了`)
    replace('home')
  }
  if (!readSession())
    return (
      <Screen title="邀请码">
        <SignInFirst>先登录，再输邀请码。</SignInFirst>
      </Screen>
    )
  return (
    <Screen
      title="邀请码"
      bar={
        <BottomBar>
          <Button
            size="l"
            grow
            busy={busy && '正在办…'}
            disabledBecause={code.trim().length < 4 && '先输邀请码'}
            onPress={() => void accept()}
          >
            就任
          </Button>
        </BottomBar>
      }
    >
      <Card>
        <Field
          kind="code"
          label="上一级发给您的邀请码"
          hint="只能用一次，七天内有效"
          maxLength={30}
          value={code}
          onInput={setCode}
          onDone={() => void accept()}
        />
      </Card>
    </Screen>
  )
}
