import { confirmSignIn } from '@sidan/types/sessions'
import { formatShortCode } from '@sidan/types/short-codes'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct } from '../../shared/api/use-load.ts'
import { goBack } from '../../shared/navigation/routes.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { SignInFirst } from '../../shared/screen/sign-in-first.tsx'
import { keptMe } from '../../shared/session/kept-me.ts'
import { readSession } from '../../shared/session/session.ts'
import { BottomBar } from '../../shared/ui/bottom-bar.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { IconTile } from '../../shared/ui/icon-tile.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { Subject } from '../../shared/ui/subject.tsx'

/** 扫码登录, seen from the phone: a browser asks to be let in as this person, and only this person can say yes. */
export default function ConfirmSignInPage() {
  const { code = '' } = useRouter().params
  const { act, busy } = useAct()
  const [done, setDone] = useState(false)
  if (!readSession())
    return (
      <Screen title="电脑登录">
        <SignInFirst>先在手机上登录，再扫电脑上的码。</SignInFirst>
      </Screen>
    )
  const confirm = async () => {
    if (await act(() => call(confirmSignIn, { body: { shortCode: code } }))) setDone(true)
  }
  const name = keptMe()?.displayName
  return (
    <Screen
      title="电脑登录"
      bar={
        done ? (
          <BottomBar>
            <Button size="l" grow onPress={goBack}>
              好了
            </Button>
          </BottomBar>
        ) : (
          <BottomBar>
            <Button size="l" kind="outlined" onPress={goBack}>
              不是我
            </Button>
            <Button size="l" grow busy={busy && '正在登录…'} onPress={() => void confirm()}>
              是我，登录
            </Button>
          </BottomBar>
        )
      }
    >
      <Subject
        lead={<IconTile icon={done ? 'check' : 'lock'} size="l" />}
        title={done ? '电脑上已经登录了' : '有一台电脑要用您的身份登录'}
        line={`${name ? `${name}·` : ''}登录码 ${formatShortCode(code)}`}
      />
      {done ? null : (
        <Notice tone="warm" icon="shield-check">
          只有您自己正在电脑前，电脑上的码也和这里一样，才点「是我」
        </Notice>
      )}
    </Screen>
  )
}
