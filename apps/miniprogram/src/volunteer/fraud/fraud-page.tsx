import { listMyFraudDecisions } from '@sidan/types/fraud'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { DecisionCard } from './decision-card.tsx'

const load = (cursor?: string) => call(listMyFraudDecisions, { query: { cursor, limit: 20 } })

/** 对我记录的认定: what was decided on one's own records, until when one may say that it is wrong, and what is owed by it. */
export default function FraudPage() {
  const { value, items, more, failure, reload } = usePages(load)
  return (
    <Screen title="对我记录的认定" load={{ value, failure, reload }} shapes={['card', 'card']}>
      {items.length === 0 ? <Empty>没有对您记录的认定。</Empty> : null}
      {items.map((decision) => (
        <DecisionCard key={decision.recordId} decision={decision} onDone={reload} />
      ))}
      <More onTap={more} />
    </Screen>
  )
}
