import { listCounties } from '@sidan/types/organisation'
import { getMe } from '@sidan/types/people'
import { listDemoPeople, signInAsDemoPerson } from '@sidan/types/sessions'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../shared/api/call.ts'
import { useAct, useLoad } from '../../shared/api/use-load.ts'
import { go, type PageName, replace } from '../../shared/navigation/routes.ts'
import { readDraft } from '../../shared/offline/order-draft.ts'
import { keepElder, keepSession, readElder, readSession } from '../../shared/session/session.ts'
import { Button } from '../../shared/view/button.tsx'
import { Page } from '../../shared/view/page.tsx'
import { TabBar } from '../../shared/view/tab-bar.tsx'

const loadMe = () => call(getMe)

/** The first page: what this person does here, one thing under another. Signed out: the counties, and in a demo its people. */
export default function HomePage() {
  return readSession() ? <SignedIn /> : <SignedOut />
}

function SignedIn() {
  const { value: me, failure, reload } = useLoad(loadMe)
  const roles = new Set(me?.roles.map((held) => held.role))
  const staff = roles.has('keeper') || roles.has('staff') || roles.has('countyKeeper')
  const doors: [boolean, string, PageName][] = [
    [staff, '待办', 'workList'],
    [staff, '核时长', 'records'],
    [staff || roles.has('auditor'), '数字', 'numbers'],
    [me?.volunteer !== null, '能接的单', 'offers'],
    [me?.volunteer !== null, '签到签退', 'clock'],
    [me?.volunteer !== null, '爱心超市', 'store'],
    [staff || roles.has('merchant'), '核销', 'verify'],
  ]
  return (
    <Page title={me ? `${me.displayName}，您好` : ''} loading={!me} failure={failure} onRetry={reload}>
      {me?.homeStation && (
        <View className="sd-card">
          <View className="sd-strong">{me.homeStation.name}</View>
          <View className="sd-small">电话 {me.homeStation.phone}</View>
          <View className="sd-line">
            <Button
              kind="filled"
              wide
              onTap={() => go('station', { county: String(me.countyId), code: me.homeStation?.shortCode ?? '' })}
            >
              我要点单
            </Button>
          </View>
        </View>
      )}
      {doors
        .filter(([open]) => me && open)
        .map(([, word, page]) => (
          <View key={page} className="sd-line">
            <Button wide onTap={() => go(page)}>
              {word}
            </Button>
          </View>
        ))}
      <ElderSwitch />
      <View className="sd-foot">主办 {me?.county.organiser}</View>
      <View className="sd-foot">
        {me?.county.filingNumber}・意见与投诉 {me?.county.complaintsPhone}
      </View>
      <TabBar on="home" />
    </Page>
  )
}

function ElderSwitch() {
  const elder = readElder()
  const toggle = () => {
    keepElder(!elder)
    replace('home')
  }
  return (
    <View className="sd-line">
      <Button wide onTap={toggle}>
        {elder ? '换回标准字号' : '长辈版・字大些'}
      </Button>
    </View>
  )
}

const loadCounties = () => call(listCounties)

function SignedOut() {
  const { value, failure, reload } = useLoad(loadCounties)
  const [countyId, setCountyId] = useState<number>()
  const { value: demo, reload: reloadPeople } = useDemoPeople()
  const { act, busy } = useAct()
  const play = async (personId: string) => {
    const tokens = await act(() => call(signInAsDemoPerson, { body: { countyId, personId } as never }))
    if (!tokens) return
    keepSession(tokens)
    const draft = readDraft()
    if (draft?.county === String(tokens.countyId))
      return replace('form', { county: draft.county, item: draft.item, station: draft.station })
    replace('home')
  }
  return (
    <Page title="四单" loading={!value} failure={failure} onRetry={reload}>
      <View className="sd-small">点单・派单・接单・评单</View>
      {value?.demo && <View className="sd-notice warm">这是演示：人都是编的，不要填真的资料</View>}
      {value?.items.map((county) => (
        <View key={county.countyId} className="sd-line">
          <Button
            wide
            chosen={county.countyId === countyId}
            onTap={() => {
              setCountyId(county.countyId)
              void reloadPeople(county.countyId)
            }}
          >
            {county.name}
          </Button>
        </View>
      ))}
      {demo && <View className="sd-section">您想扮演谁</View>}
      {demo?.map((person) => (
        <View key={person.personId} className="sd-card sd-between">
          <View className="sd-grow">
            <View className="sd-strong">{person.displayName}</View>
            <View className="sd-small">{person.line}</View>
          </View>
          <Button kind="soft" busy={busy} onTap={() => play(person.personId)}>
            就他
          </Button>
        </View>
      ))}
      <ElderSwitch />
    </Page>
  )
}

function useDemoPeople() {
  const [value, setValue] = useState<{ personId: string; displayName: string; line: string }[]>()
  const reload = async (countyId: number) => {
    const outcome = await call(listDemoPeople, { query: { countyId: String(countyId) } as never })
    setValue(outcome.ok ? outcome.value.items : undefined)
  }
  return { value, reload }
}
