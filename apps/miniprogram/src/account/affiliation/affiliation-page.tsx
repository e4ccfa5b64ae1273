import { getAffiliation, type MyAffiliation } from '@sidan/types/affiliations'
import type { Me } from '@sidan/types/people'
import { useState } from 'react'
import { call, type Outcome } from '../../shared/api/call.ts'
import { useLoad } from '../../shared/api/use-load.ts'
import { Screen } from '../../shared/screen/screen.tsx'
import { loadMe } from '../../shared/session/kept-me.ts'
import { Empty } from '../../shared/ui/empty.tsx'
import { RegisterPart } from './register-part.tsx'
import { Registered } from './registered.tsx'

interface Loaded {
  readonly mine: MyAffiliation
  readonly me: Me
}

async function load(): Promise<Outcome<Loaded>> {
  const [mine, me] = await Promise.all([call(getAffiliation), loadMe()])
  if (!mine.ok) return mine
  return me.ok ? { ok: true, value: { mine: mine.value, me: me.value } } : me
}

/** 双报到: registered, seen, changed and withdrawn by the person alone (rule-28). */
export default function AffiliationPage() {
  const { value, failure, reload } = useLoad(load)
  const [changing, setChanging] = useState(false)
  const done = async () => {
    await reload()
    setChanging(false)
  }
  const registered = value?.mine.affiliation
  return (
    <Screen title="双报到" load={{ value, failure, reload }} shapes={['card', 'rows']}>
      {value ? (
        registered && !changing ? (
          <Registered
            affiliation={registered}
            onChange={value.mine.offered ? () => setChanging(true) : undefined}
            onWithdrawn={done}
          />
        ) : value.mine.offered ? (
          <RegisterPart {...value} onDone={done} onBack={changing ? () => setChanging(false) : undefined} />
        ) : (
          <Empty>本县没有双报到，不用登记。</Empty>
        )
      ) : null}
    </Screen>
  )
}
