import { useState } from 'react'
import { useLoad } from '../../shared/api/use-load.ts'
import { Tabs } from '../../shared/navigation/tabs.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { SignInFirst } from '../../shared/screen/sign-in-first.tsx'
import { isStaff, loadMe } from '../../shared/session/kept-me.ts'
import { readSession } from '../../shared/session/session.ts'
import { MyOrders } from './my-orders.tsx'
import { WorkList } from './work-list.tsx'

/** 单子: to staff what waits for them, to everybody else their own orders. */
export default function OrdersPage() {
  return readSession() ? (
    <SignedIn />
  ) : (
    <Screen title="单子" back="none" tabs={<Tabs current="orders" />}>
      <SignInFirst>登录了，就能看到自己的单走到哪一步。</SignInFirst>
    </Screen>
  )
}

function SignedIn() {
  const me = useLoad(loadMe)
  const [own, setOwn] = useState(false)
  if (me.value && isStaff(me.value) && !own) return <WorkList onOwn={() => setOwn(true)} />
  return <MyOrders me={me} {...(own ? { onWorkList: () => setOwn(false) } : {})} />
}
