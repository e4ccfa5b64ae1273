import { listCounties } from '@sidan/types/organisation'
import type { Tokens } from '@sidan/types/sessions'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { problemText } from '../../shared/api/problem-text.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { replace } from '../../shared/navigation/routes.ts'
import { readDraft } from '../../shared/offline/order-draft.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { keepSession, readCounty } from '../../shared/session/session.ts'
import { hasWechat, signInByWechat } from '../../shared/session/sign-in.ts'
import { Button } from '../../shared/ui/button.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { sayProblem } from '../../shared/ui/toast.tsx'
import { BrowserSignIn } from './browser-sign-in.tsx'
import { DemoPeople } from './demo-people.tsx'

const loadCounties = () => call(listCounties)

/** Signed in: back to the activity that was looked at or the order that was being filled in, or to the first page. */
function enter(activity: string | undefined, tokens?: Tokens): void {
  if (tokens) keepSession(tokens)
  const draft = readDraft()
  if (activity) replace('activity', { activity })
  else if (draft) replace('form', { county: draft.county, item: draft.item, station: draft.station })
  else replace('home')
}

/** 登录: WeChat on the phone, a code to be scanned in a browser, and in a demo its people. */
export default function SignInPage() {
  const { params } = useRouter()
  const { value, failure, reload } = useLoad(loadCounties)
  const [chosen, setChosen] = useState<number>()
  const [busy, setBusy] = useState(false)
  const known = Number(params.county ?? readDraft()?.county ?? readCounty() ?? 0)
  const only = value?.items.length === 1 ? value.items[0] : undefined
  const county = value?.items.find((one) => one.countyId === (chosen ?? known)) ?? only
  const signedIn = (tokens: Tokens) => enter(params.activity, tokens)
  const byWechat = async (countyId: number) => {
    setBusy(true)
    const problem = await signInByWechat(countyId)
    setBusy(false)
    if (problem) sayProblem(problemText(problem))
    else enter(params.activity)
  }
  return (
    <Screen
      title="登录"
      load={{ value, failure, reload }}
      notice={
        readDraft() && !params.activity ? (
          <Notice tone="info" icon="info">
            填好的单还在，登录了接着点
          </Notice>
        ) : undefined
      }
    >
      {county ? (
        <>
          <Subject title={county.name} line={county.organiser} />
          {hasWechat ? (
            <Button size="l" busy={busy && '正在登录…'} onPress={() => void byWechat(county.countyId)}>
              微信登录
            </Button>
          ) : value?.demo ? null : (
            <BrowserSignIn key={county.countyId} countyId={county.countyId} onSignedIn={signedIn} />
          )}
          {value?.demo ? <DemoPeople key={county.countyId} countyId={county.countyId} onSignedIn={signedIn} /> : null}
          {value?.demo && !hasWechat ? <BrowserSignIn countyId={county.countyId} onSignedIn={signedIn} /> : null}
        </>
      ) : (
        <List>
          {value?.items.map((one) => (
            <Row
              key={one.countyId}
              icon="pin"
              weight="strong"
              title={one.name}
              line={one.organiser}
              onOpen={() => setChosen(one.countyId)}
            />
          ))}
        </List>
      )}
    </Screen>
  )
}
