import { listStatements } from '@sidan/types/partner-statements'
import { useCallback } from 'react'
import { call } from '../../shared/api/call.ts'
import { problemText } from '../../shared/api/problem-text.ts'
import { usePages } from '../../shared/api/use-load.ts'
import { go } from '../../shared/navigation/routes.ts'
import { yuanWords } from '../../shared/rewards/item-words.ts'
import { More } from '../../shared/screen/more.tsx'
import { Card } from '../../shared/ui/card.tsx'
import { ErrorState } from '../../shared/ui/error-state.tsx'
import { List } from '../../shared/ui/list.tsx'
import { Row } from '../../shared/ui/row.tsx'
import { SectionHead } from '../../shared/ui/section-head.tsx'
import { Subject } from '../../shared/ui/subject.tsx'
import { Tag } from '../../shared/ui/tag.tsx'
import { stateLooks, wholeMonth } from './partner-words.ts'

/** 对账单: how this month stands, and every month that is over. Clerks have none to see. */
export function Statements({ partnerId }: { readonly partnerId: string }) {
  const load = useCallback(
    (cursor?: string) => call(listStatements, { params: { partnerId } as never, query: { cursor, limit: 12 } }),
    [partnerId],
  )
  const { value, items, failure, reload, more } = usePages(load)
  if (failure?.code === 'not-found') return null
  if (failure) return <ErrorState what={problemText(failure)} onRetry={() => void reload()} code={failure.code} />
  if (!value) return null
  const { thisMonth } = value
  return (
    <>
      <SectionHead>每月的账</SectionHead>
      <Card label="这个月到现在">
        <Subject
          size="title"
          title={yuanWords(thisMonth.compensationFen)}
          aside={`${wholeMonth(thisMonth.month)}到现在`}
          line={`发出 ${thisMonth.handedOutCount} 件${thisMonth.returnedCount > 0 ? `，退回 ${thisMonth.returnedCount} 件` : ''}·${thisMonth.points} 分`}
        />
      </Card>
      <List label="每月的账">
        {items.map((one) => {
          const { word, icon, tone } = stateLooks[one.state]
          return (
            <Row
              key={one.statementId}
              weight="strong"
              title={wholeMonth(one.month)}
              line={`${yuanWords(one.compensationFen + one.adjustmentFen)}·${one.handedOutCount - one.returnedCount} 件·${one.points} 分`}
              value={
                <Tag tone={tone} icon={icon}>
                  {word}
                </Tag>
              }
              onOpen={() => go('statement', { statement: one.statementId })}
            />
          )
        })}
      </List>
      <More onTap={more} />
    </>
  )
}
