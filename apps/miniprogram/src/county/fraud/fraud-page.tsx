import { type FraudDecision, listFraudDecisions } from '@sidan/types/fraud'
import { call } from '../../shared/api/call.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { useWords } from '../../shared/format/use-words.ts'
import { go } from '../../shared/navigation/routes.ts'
import { More } from '../../shared/screen/more.tsx'
import { Screen } from '../../shared/screen/screen.tsx'
import { Empty } from '../../shared/ui/empty.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { Subject } from '../../shared/ui/subject.tsx'

const load = (cursor?: string) => call(listFraudDecisions, { query: { cursor, limit: 30 } })

/** 认定和申诉: what is open in the county, appeals first; each opens the record, where it is answered or lifted. */
export default function FraudPage() {
  const { value, items, more, failure, reload } = usePages(load)
  const words = useWords()
  const standsAs = ({ state, appealUntil, points, owedPoints, answer }: FraudDecision): string => {
    if (state === 'appealed') return '有申诉，请另一位负责人看'
    if (state === 'told') return `到${words.date(appealUntil)}为止可以申诉`
    return owedPoints > 0 ? `还差 ${owedPoints} 分` : `${points} 分还清了${answer ? '，申诉看过' : ''}`
  }
  return (
    <Screen title="认定和申诉" load={{ value, failure, reload }} shapes={['head', 'rows']}>
      <Subject
        title="弄虚作假的认定"
        line="从撤销的记录里认定，先告诉本人；有申诉的，由另一位负责人看过才算数。认定只有人来做，电脑不做"
      />
      {items.length === 0 ? <Empty>现在没有认定，也没有申诉。</Empty> : null}
      {items.length > 0 ? (
        <List>
          {items.map((one) => (
            <Row
              key={one.recordId}
              title={`${one.person.displayName}·${one.title}`}
              line={`${standsAs(one)}·${words.dayOf(one.decided.at)}${one.decided.byName}认定`}
              value={`${one.points} 分`}
              onOpen={() => go('why', { record: one.recordId })}
            />
          ))}
        </List>
      ) : null}
      <More onTap={more} />
    </Screen>
  )
}
